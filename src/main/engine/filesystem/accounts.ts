import { readFileSync } from 'node:fs';

/** The names a system gives to numbers of users or groups. */
export type AccountNames = (id: number) => string | undefined;

/** Names from a file such as `/etc/passwd`, read at the first question. Without the file nobody has a name. */
export function accountNames(file: string): AccountNames {
  let names: Map<number, string> | undefined;
  return (id) => {
    names ??= parseAccounts(readIfThere(file));
    return names.get(id);
  };
}

/** Names of users by uid. */
export const userName: AccountNames = accountNames('/etc/passwd');

/** Names of groups by gid. */
export const groupName: AccountNames = accountNames('/etc/group');

/** `name:password:id:...`, one a line; the first line of an id counts. */
function parseAccounts(text: string): Map<number, string> {
  const names = new Map<number, string>();
  for (const line of text.split('\n')) {
    const [name, , number] = line.split(':');
    const id = Number.parseInt(number ?? '', 10);
    if (name && Number.isInteger(id) && !names.has(id)) names.set(id, name);
  }
  return names;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
