import { sqlserverSourceSchema } from '../../../shared/model/source.ts';
import type { Detected, DetectionGround } from '../kind.ts';
import { type Greeting, isGreetedBy } from '../server/greeting.ts';
import { windowsServices } from '../server/windows-services.ts';

const PORT = 1433;
/** A PRELOGIN message with the version only (MS-TDS 2.2.6.5). */
const PRELOGIN = Uint8Array.of(0x12, 1, 0, 20, 0, 0, 1, 0, 0, 0, 6, 0, 6, 0xff, 0, 0, 0, 0, 0, 0);
const BACKUP_FOLDER = 'C:\\LifeboatBackup';

/** The server answers a PRELOGIN with a table response. */
export function sqlserverGreeting(port: number): Greeting {
  return { port, hello: PRELOGIN, isMine: (reply) => reply.length >= 2 && reply[0] === 4 && reply[1] === 1 };
}

/** The instances of this computer. Which database it is, by which account and through which folder, a person says. */
export async function detectSqlserver(ground: DetectionGround, port: number = PORT): Promise<Detected[]> {
  const services = await windowsServices(/^MSSQL(SERVER$|\$)/i, ground.signal);
  const instances = services.filter((name) => name.includes('$')).map((name) => name.slice(name.indexOf('$') + 1));
  const isDefault = services.length > instances.length || (await isGreetedBy(sqlserverGreeting(port), ground));
  return [...(isDefault ? [suggestion({ port })] : []), ...instances.map((instance) => suggestion({ instance }))];
}

/** PioneerRx calls its instance NewTech and its database so, as far as can be seen in the field. */
function suggestion(where: { port: number } | { instance: string }): Detected {
  const isPioneer = 'instance' in where && where.instance.toLowerCase() === 'newtech';
  const name = 'instance' in where ? `SQL Server ${where.instance}` : 'SQL Server';
  const source = sqlserverSourceSchema.parse({
    kind: 'sqlserver',
    id: name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, ''),
    name,
    tier: 'critical',
    ...where,
    database: isPioneer ? 'PioneerPharmacySystem' : 'pharmacy',
    user: 'lifeboat',
    backupFolder: { onServer: BACKUP_FOLDER, here: BACKUP_FOLDER },
  });
  return { source, bytes: undefined, newest: undefined, isInUse: false };
}
