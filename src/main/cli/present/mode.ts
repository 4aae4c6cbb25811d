const KINDS: Readonly<Record<string, string>> = {
  file: '-',
  dir: 'd',
  symlink: 'l',
  dev: 'b',
  chardev: 'c',
  fifo: 'p',
  socket: 's',
};
const LETTERS = ['r', 'w', 'x'];
/** Go's bits for setuid, setgid and sticky, and where each shows. */
const SPECIAL = [
  { bit: 2 ** 23, at: 2, letter: 's' },
  { bit: 2 ** 22, at: 5, letter: 's' },
  { bit: 2 ** 20, at: 8, letter: 't' },
] as const;

/** Kind and permissions as `ls -l` shows them, from an entry's type and Go file mode. */
export function modeText(type: string, mode: number): string {
  const letters = Array.from({ length: 9 }, (_, at) => ((mode >> (8 - at)) & 1 ? (LETTERS[at % 3] ?? '-') : '-'));
  for (const { bit, at, letter } of SPECIAL) {
    if (Math.floor(mode / bit) % 2 === 1) letters[at] = letters[at] === 'x' ? letter : letter.toUpperCase();
  }
  return (KINDS[type] ?? '?') + letters.join('');
}
