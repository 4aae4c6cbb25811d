import { mariadbSourceSchema } from '../../../shared/model/source.ts';
import type { Detected, DetectionGround } from '../kind.ts';
import { type Greeting, isGreetedBy } from '../server/greeting.ts';
import { windowsServices } from '../server/windows-services.ts';

const PORT = 3306;

/** The server begins: a packet with the number 0 that starts with protocol version 10, or with an error. */
export function mariadbGreeting(port: number): Greeting {
  return { port, isMine: (reply) => reply.length >= 5 && reply[3] === 0 && (reply[4] === 10 || reply[4] === 0xff) };
}

/** A server of this computer. Which database it is, and by which account, a person says. */
export async function detectMariadb(ground: DetectionGround, port: number = PORT): Promise<Detected[]> {
  const isThere =
    (await isGreetedBy(mariadbGreeting(port), ground)) || (await windowsServices(/^(mariadb|mysql)/i, ground.signal)).length > 0;
  if (!isThere) return [];
  const source = mariadbSourceSchema.parse({
    kind: 'mariadb',
    id: 'mariadb',
    name: 'MariaDB / MySQL',
    tier: 'critical',
    port,
    database: 'pharmacy',
    user: 'lifeboat',
  });
  return [{ source, bytes: undefined, newest: undefined, isInUse: false }];
}
