import { type KitCodeFault, readKitCode, readKitLine } from '../../../shared/model/kit-code.ts';

/** How far an access code has been typed. */
export interface TypedCode {
  /** Lines that are right. */
  read: number;
  /** Known from the first line on. */
  all: number | undefined;
  fault: KitCodeFault | undefined;
  isWhole: boolean;
}

export function isWholeCode(text: string): boolean {
  return readKitCode(text).ok;
}

/** What can be told of an access code while it is typed: the line that is being typed may still be too short. */
export function typedCode(text: string): TypedCode {
  const whole = readKitCode(text);
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().replace(/^\d{1,2}\s*[.:)]\s*/, '')]));
  if (whole.ok) return { read: lines.length, all: lines.length, fault: undefined, isWhole: true };
  if (text.trim().toUpperCase().startsWith('LBKIT:')) return { read: 0, all: undefined, fault: whole, isWhole: false };
  let all: number | undefined;
  for (const [at, line] of lines.entries()) {
    const found = readKitLine(line, at + 1);
    if (!found.ok) return { read: at, all, fault: isBeingTyped(found, at, lines.length, text) ? undefined : found, isWhole: false };
    all ??= found.lines;
  }
  return { read: lines.length, all, fault: undefined, isWhole: false };
}

/** The last line has no end yet, and nothing is wrong with it but that. */
function isBeingTyped({ reason }: KitCodeFault, at: number, count: number, text: string): boolean {
  return at === count - 1 && !text.endsWith('\n') && reason !== 'character' && reason !== 'too-long';
}
