import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Backend, Handle } from '../../src/main/engine/backend/index.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { SmallRepository } from '../support/small-repository.ts';
import { copyInMemory, handlesOf, havable, type Surroundings, tryEverything, tryVerb } from '../support/verbs.ts';

/** Enough to meet every kind of mutation on every file a few times. */
const RUNS = 60;

/** One thing that happens to one file. Numbers choose among what is there: the file, the place in it, another file. */
interface Mutation {
  kind: 'flip' | 'cut' | 'grow' | 'swap' | 'remove' | 'duplicate' | 'overwrite';
  file: number;
  at: number;
  other: number;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'grow', 'swap', 'remove', 'duplicate', 'overwrite'),
  file: fc.nat(1000),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  other: fc.nat(1000),
});

let scratch: Scratch;
let small: SmallRepository;
let around: Surroundings;

beforeAll(async () => {
  scratch = scratchFolder();
  small = await SmallRepository.make();
  await small.store({ 'rx.db': ['page one', 'page two'], scans: { 'a.png': ['picture a'.repeat(50)], 'b.png': ['picture b'] } });
  await small.store({ 'rx.db': ['page one', 'page three'], 'note.txt': ['note'] }, { time: '2026-01-02T00:00:00Z' });
  await small.storeLoose(['waste']);
  around = { engine: small.engine, password: 'small', source: `${scratch.path}/source`, ground: `${scratch.path}/ground` };
  mkdirSync(around.source);
  mkdirSync(around.ground);
  writeFileSync(`${around.source}/rx.db`, 'page one');
});
afterAll(async () => {
  await small.close();
  scratch.remove();
});

test('whatever happens to files, every verb ends typed, nothing wrong is handed out, and prune and backup lose nothing', async () => {
  const before = await havable(small.backend, around);
  expect(Object.keys(before)).toHaveLength(5);
  const property = fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
    const hurt = await copyInMemory(small.backend);
    for (const each of mutations) await mutate(hurt, each);
    await tryEverything(hurt, around);
    const left = await havable(hurt, around);
    expect(before).toMatchObject(left);
    for (const verb of ['prune', 'backup'] as const) {
      await tryVerb(verb, hurt, around);
      expect(await havable(hurt, around)).toMatchObject(left);
    }
  });
  await fc.assert(property, { numRuns: RUNS });
});

async function mutate(place: Backend, { kind, file, at, other }: Mutation): Promise<void> {
  const handles = await handlesOf(place);
  if (handles.length === 0) return;
  const handle = handles[file % handles.length] as Handle;
  const another = handles[other % handles.length] as Handle;
  const bytes = await place.load(handle);
  if (kind === 'duplicate')
    return await put(place, { type: another.type, name: another.type === 'config' ? 'config' : nameFor(other) }, bytes);
  await place.remove(handle);
  if (kind === 'remove') return;
  const changed: Record<Exclude<Mutation['kind'], 'duplicate' | 'remove'>, () => Promise<Uint8Array>> = {
    flip: async () => bytes.map((byte, i) => (i === Math.floor(at * bytes.length) ? byte ^ (1 << (other % 8)) : byte)),
    cut: async () => bytes.subarray(0, Math.floor(at * bytes.length)),
    grow: async () => Buffer.concat([bytes, Buffer.alloc(1 + (other % 100), other)]),
    swap: async () => (another.name === handle.name ? new Uint8Array() : await place.load(another)),
    overwrite: async () => Buffer.concat([bytes.subarray(0, at * bytes.length), Buffer.alloc(Math.ceil((1 - at) * bytes.length), other)]),
  };
  await put(place, handle, await changed[kind]());
}

function nameFor(number: number): string {
  return number.toString(16).padStart(64, '0');
}

async function put(place: Backend, handle: Handle, bytes: Uint8Array): Promise<void> {
  await place.remove(handle);
  await place.save(handle, [bytes]);
}
