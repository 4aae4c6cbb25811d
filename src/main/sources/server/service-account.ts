import { readFile } from 'node:fs/promises';

/** An account of the system without rights of its own. */
export interface ServiceAccount {
  name: string;
  uid: number;
  gid: number;
}

/**
 * The account a private server runs as when we are root, since servers refuse root: the product's own, else `nobody`.
 * Undefined: we are nobody special, the server runs as we do.
 */
export async function serviceAccount(preferred: string): Promise<ServiceAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = accountsOf(await readFile('/etc/passwd', 'utf8'));
  return accounts.get(preferred) ?? accounts.get('nobody');
}

/** The accounts a passwd file lists, by name. */
export function accountsOf(passwd: string): Map<string, ServiceAccount> {
  const accounts = new Map<string, ServiceAccount>();
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid && Number(uid) > 0) accounts.set(name, { name, uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}
