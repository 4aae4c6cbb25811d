/** What a program needs of the surroundings. Everything else stays out: credentials of ours, and settings such as PGHOST. */
const PASSED_ON = new Set([
  'APPDATA',
  'COMSPEC',
  'HOME',
  'LD_LIBRARY_PATH',
  'LOCALAPPDATA',
  'PATH',
  'PATHEXT',
  'PROGRAMDATA',
  'SYSTEMDRIVE',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
  'TMPDIR',
  'USERPROFILE',
  'WINDIR',
]);

/** The environment of a tool: the few variables programs cannot do without, English messages, and `own`. */
export function toolEnvironment(own: Readonly<Record<string, string>>): Record<string, string> {
  const passed = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && PASSED_ON.has(entry[0].toUpperCase()),
  );
  return { ...Object.fromEntries(passed), LC_ALL: 'C', ...own };
}
