import { createHmac } from 'node:crypto';

/** Stands for a path in the log. */
export type PathMark = (path: string) => string;

const LONGEST = 2000;

/** Keeps of a path what kind of file it is, and a mark by which lines about the same one are recognised. */
export function pathMark(salt: string): PathMark {
  return (path) => {
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0].toLowerCase() ?? '';
    const mark = createHmac('sha256', salt).update(path).digest('hex').slice(0, 8);
    return `<path ${mark}${extension}>`;
  };
}

/** What opens something, by its shape, and what stays of it. Before paths are looked for: some have a slash in them. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic|SharedKey)\s+[A-Za-z0-9+/=._:-]+/g, '$1 <hidden>'],
  // Shared access signatures, in an address or by themselves.
  [/\b(sig|signature)=[^&\s"']+/gi, '$1=<hidden>'],
  [/\b(AccountKey|SharedAccessSignature|Password|Pwd|Passphrase|Token|Secret)\s*=\s*[^;\s"']+/gi, '$1=<hidden>'],
  [/\b(authorization)(\s*:\s*)[^\n]+/gi, '$1$2<hidden>'],
  [/\b(password|passphrase|secret|token)(["']?\s*:\s*)["']?[^\s,;"'}]+/gi, '$1$2<hidden>'],
  // User and password in an address.
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1<hidden>@'],
  // Recovery keys: seven groups of four, however typed.
  [/\b[0-9A-Za-z]{4}(?:[-\s][0-9A-Za-z]{4}){6}\b/g, '<hidden>'],
];

/** Keys and tokens in base64; ids and digests are hexadecimal and stay. */
const LONG_WORD = /[A-Za-z0-9+/_-]{40,}={0,2}/g;
const MAIL_ADDRESS = /[^\s<>"'@,;:]+@[^\s<>"'@,;:]+\.[a-z]{2,}/gi;

/** Names have spaces and quotes in them, so that a path is taken to go on to the last quote, or to the end of the line. */
const QUOTED_PATH = /(["'`])((?:[A-Za-z]:[\\/]|\\\\|\/|~\/|file:\/\/)[^\n]*)\1/g;
const BARE_PATH = /(^|[\s(=,["'`])((?:[A-Za-z]:[\\/]|\\\\|~\/|\/|file:\/\/)[^\s][^\n]*)/g;
const WHOLE_PATH = /^(?:[A-Za-z]:[\\/]|\\\\|~\/|\/|file:\/\/)[^\n]*$/;

/** A text without secrets, paths and addresses of people. */
export function maskText(text: string, mark: PathMark): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
  if (WHOLE_PATH.test(short)) return mark(short);
  return SECRETS.reduce((masked, [shape, instead]) => masked.replace(shape, instead), short)
    .replace(QUOTED_PATH, (_, quote: string, path: string) => `${quote}${mark(path)}${quote}`)
    .replace(BARE_PATH, (_, before: string, path: string) => `${before}${mark(path)}`)
    .replace(LONG_WORD, (word) => (isKeyLike(word) ? '<hidden>' : word))
    .replace(MAIL_ADDRESS, '<mail address>');
}

function isKeyLike(word: string): boolean {
  return /[a-z]/.test(word) && /[A-Z]/.test(word) && /[0-9]/.test(word);
}
