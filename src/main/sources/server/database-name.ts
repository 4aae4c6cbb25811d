import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Clock } from '../../../shared/model/clock.ts';

const PLAIN = /^[\p{L}_][\p{L}\p{N}_$-]*$/u;

/** A name a person chose for a new database; `value-invalid` unless every server and tool takes it as it is. */
export function checkDatabaseName(name: string, longest: number): string {
  if (PLAIN.test(name) && Buffer.byteLength(name) <= longest) return name;
  throw new LifeboatError('value-invalid', { name: 'database', value: name, expected: `letters, digits and _, at most ${longest}` });
}

/** `pharmacy_before_20260302081500`: beside the database it comes from in every list, and never longer than `longest` bytes. */
export function siblingName(
  database: string,
  purpose: 'before' | 'restored' | 'undone' | 'proof',
  clock: Pick<Clock, 'now'>,
  longest: number,
): string {
  const end = `_${purpose}_${clock.now().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
  let start = database;
  while (Buffer.byteLength(start) + end.length > longest) start = [...start].slice(0, -1).join('');
  return `${start}${end}`;
}

/** Whether it is a name as {@link siblingName} makes for what is restored, to work with it or to prove it. */
export function isRestoredName(name: string): boolean {
  return /_(restored|proof)_\d{14}$/.test(name);
}
