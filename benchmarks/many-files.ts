import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noise, type Random, seededRandom } from '../demo/sample-pharmacy/random.ts';

const filesPerFolder = 100;
const foldersPerFolder = 100;
const smallest = 200;
const largest = 6_000;
/** Every file takes its incompressible half from somewhere in here. */
const pool = noise('many files', 1 << 20);

/** Makes `count` files of 200 to 6,000 bytes, half of each text, half incompressible. */
export function makeManyFiles(folder: string, count: number): void {
  const random = seededRandom('many files');
  for (let number = 0; number < count; number++) {
    const path = fileOf(folder, number);
    if (number % filesPerFolder === 0) mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content(`${number}`, random));
  }
}

/** Rewrites one file in a thousand, others in each `round`. */
export function changeSomeFiles(folder: string, count: number, round: number): void {
  const random = seededRandom(`round ${round}`);
  for (let i = 0; i < count / 1000; i++) writeFileSync(fileOf(folder, random.below(count)), content(`${round}/${i}`, random));
}

function fileOf(folder: string, number: number): string {
  const inner = Math.floor(number / filesPerFolder);
  return join(folder, `part-${Math.floor(inner / foldersPerFolder)}`, `folder-${inner % foldersPerFolder}`, `note-${number}.txt`);
}

function content(seed: string, random: Random): Buffer {
  const length = random.between(smallest, largest);
  const half = Math.floor(length / 2);
  const text = Buffer.from(`Note ${seed}. `.repeat(Math.ceil(half / 8))).subarray(0, half);
  return Buffer.concat([text, pool.subarray(random.below(pool.length - largest)).subarray(0, length - half)]);
}
