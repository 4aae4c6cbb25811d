/** Values of environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLE = /\$(?:\{([^}]*)\}|([*#$@!?\-0-9])|([A-Za-z_][A-Za-z0-9_]*)|\{)/g;

/**
 * The patterns of an exclude file: one a line, without the space around it; empty lines and lines that begin with `#` are
 * skipped. `$NAME` and `${NAME}` stand for environment variables (unknown ones for nothing), `$$` for a dollar sign.
 */
export function parseExcludeFile(text: string, environment: Environment): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => expand(line, environment));
}

function expand(line: string, environment: Environment): string {
  return line.replace(VARIABLE, (_whole, braced?: string, special?: string, plain?: string) => {
    const name = braced ?? special ?? plain ?? '';
    return name === '$' ? '$' : (environment[name] ?? '');
  });
}
