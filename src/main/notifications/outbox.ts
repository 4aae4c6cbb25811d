import { z } from 'zod';
import { ANNOUNCED_CODES } from '../../shared/model/protection.ts';
import type { MessageSpec } from '../../shared/text/notifications/index.ts';
import type { Notes } from '../store/index.ts';

const MINUTE = 60_000;
/** Waits before each further try; the last one stands for all that follow. */
const WAITS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE);
/** A message that could not be sent for so long is no news any more; what it told of is on Home. */
const KEPT_FOR = 3 * 24 * 60 * MINUTE;
const FLAG = 'mail-outbox';

const causesSchema = z.array(z.object({ code: z.enum(ANNOUNCED_CODES), count: z.number() }));
const specSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('alert'), isRed: z.boolean(), causes: causesSchema }),
  z.object({ kind: z.literal('escalation'), causes: causesSchema }),
  z.object({ kind: z.literal('working-again'), causes: causesSchema, left: z.number() }),
  z.object({ kind: z.literal('weekly'), isWell: z.boolean() }),
]);
const entrySchema = z.object({
  id: z.string(),
  /** Id of the person it goes to; the address is looked up when it is sent. */
  person: z.string(),
  spec: specSchema,
  at: z.string(),
  tries: z.number(),
  nextTryAt: z.string(),
});
/** A message that waits to be sent. Codes and numbers only. */
export type OutboxEntry = z.infer<typeof entrySchema>;
export type OutboxSpec = Extract<MessageSpec, { kind: OutboxEntry['spec']['kind'] }>;

/** Messages that were decided on and not sent yet; they outlive a restart. */
export class Outbox {
  private readonly notes: Pick<Notes, 'flag' | 'setFlag'>;

  constructor(notes: Pick<Notes, 'flag' | 'setFlag'>) {
    this.notes = notes;
  }

  add(spec: OutboxSpec, people: readonly string[], now: Date, newId: () => string): void {
    const at = now.toISOString();
    const added = people.map((person): OutboxEntry => ({ id: newId(), person, spec: copyOf(spec), at, tries: 0, nextTryAt: at }));
    if (added.length > 0) this.write([...this.read(), ...added]);
  }

  /** Those whose time has come. What is too old, or planned far ahead by a clock that was set back since, is dropped or due. */
  due(now: Date): OutboxEntry[] {
    const fresh = this.read().filter(({ at }) => now.getTime() - Date.parse(at) <= KEPT_FOR);
    if (fresh.length !== this.read().length) this.write(fresh);
    const longest = Math.max(...WAITS);
    return fresh.filter(({ nextTryAt }) => {
      const wait = Date.parse(nextTryAt) - now.getTime();
      return wait <= 0 || wait > longest;
    });
  }

  remove(id: string): void {
    this.write(this.read().filter((entry) => entry.id !== id));
  }

  retryLater(id: string, now: Date): void {
    const waitOf = (tries: number): number => WAITS[Math.min(tries, WAITS.length - 1)] ?? 0;
    this.write(
      this.read().map((entry) => {
        if (entry.id !== id) return entry;
        return { ...entry, tries: entry.tries + 1, nextTryAt: new Date(now.getTime() + waitOf(entry.tries)).toISOString() };
      }),
    );
  }

  private read(): OutboxEntry[] {
    const text = this.notes.flag(FLAG);
    const parsed = text === undefined ? undefined : z.array(entrySchema).safeParse(JSON.parse(text));
    return parsed?.success ? parsed.data : [];
  }

  private write(entries: readonly OutboxEntry[]): void {
    this.notes.setFlag(FLAG, entries.length > 0 ? JSON.stringify(entries) : undefined);
  }
}

function copyOf(spec: OutboxSpec): OutboxEntry['spec'] {
  return 'causes' in spec ? { ...spec, causes: spec.causes.map((cause) => ({ ...cause })) } : { ...spec };
}
