/** Lines in which database tools quote rows or statements: patients' data may be in them. */
const QUOTING = /^(\S+: )?(detail|context|statement|query|line \d+)\b|command was:|^\s/i;
const SECRET_NAMES = /passw|pwd|secret|token|key/i;
const LENGTH = 400;

/** The last words of a tool, without secrets it was given and without lines that quote data. */
export function maskedTail(stderr: string, env: Readonly<Record<string, string>>): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !QUOTING.test(line));
  const secrets = Object.entries(env).filter(([name, value]) => SECRET_NAMES.test(name) && value !== '');
  const text = secrets.reduce((sofar, [, secret]) => sofar.replaceAll(secret, '***'), lines.join(' ').replaceAll('\r', ''));
  return text.length <= LENGTH ? text : `...${text.slice(-LENGTH)}`;
}
