/** One thing that everything rests on. */
export interface Check {
  readonly name: string;
  /** Resolves with a few words on what was found; throws if the part does not do what it must. */
  run(scratch: string): string | Promise<string>;
}

/** How a check ended. */
export interface CheckReport {
  readonly name: string;
  readonly passed: boolean;
  /** What was found, or what went wrong. */
  readonly detail: string;
}

/** Throws, naming `what`, unless two values are the same bytes or the same text. */
export function mustEqual(what: string, found: Uint8Array | string, wanted: Uint8Array | string): void {
  const [a, b] = [inHex(found), inHex(wanted)];
  if (a !== b) throw new Error(`${what}: found ${a.slice(0, 128)}, wanted ${b.slice(0, 128)}`);
}

/** Throws, naming `what`, unless it holds. */
export function mustHold(what: string, holds: boolean): void {
  if (!holds) throw new Error(`${what}: does not hold`);
}

function inHex(value: Uint8Array | string): string {
  return typeof value === 'string' ? value : Buffer.from(value).toString('hex');
}
