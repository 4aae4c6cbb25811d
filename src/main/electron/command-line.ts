/** What a start of the program is for. */
export type StartMode =
  /** A person's app: tray and window. */
  | 'window'
  /** The owner process without a window, started with the machine. */
  | 'background'
  | 'smoke-test'
  /** The installer's switches: register the background owner, and take it away. */
  | 'install-background'
  | 'remove-background';

export interface Start {
  mode: StartMode;
  /** Into the tray, without showing the window. */
  isHidden: boolean;
  /** The profile's folder, where a person says so. */
  profile: string | undefined;
}

const MODES: readonly StartMode[] = ['background', 'smoke-test', 'install-background', 'remove-background'];

/** Reads the program's arguments. Those it does not know are Chromium's own, or nobody's; they mean nothing. */
export function readCommandLine(words: readonly string[]): Start {
  const mode = MODES.find((name) => words.includes(`--${name}`)) ?? 'window';
  return { mode, isHidden: words.includes('--hidden'), profile: valueOf('profile', words) };
}

function valueOf(name: string, words: readonly string[]): string | undefined {
  const joined = words.find((word) => word.startsWith(`--${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 3);
  const at = words.indexOf(`--${name}`);
  const next = at === -1 ? undefined : words[at + 1];
  return next?.startsWith('--') === true ? undefined : next;
}
