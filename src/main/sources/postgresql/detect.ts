import { postgresqlSourceSchema } from '../../../shared/model/source.ts';
import type { Detected, DetectionGround } from '../kind.ts';
import { type Greeting, isGreetedBy } from '../server/greeting.ts';
import { windowsServices } from '../server/windows-services.ts';

const PORT = 5432;

/** The server answers a wish for encryption with S or N before anything else (PostgreSQL's manual, 55.2.11). */
export function postgresqlGreeting(port: number): Greeting {
  return {
    port,
    hello: Uint8Array.of(0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f),
    isMine: (reply) => reply.length === 1 && (reply[0] === 0x53 || reply[0] === 0x4e),
  };
}

/** A server of this computer. Which database it is, and by which account, a person says. */
export async function detectPostgresql(ground: DetectionGround, port: number = PORT): Promise<Detected[]> {
  const isThere =
    (await isGreetedBy(postgresqlGreeting(port), ground)) || (await windowsServices(/^postgresql/i, ground.signal)).length > 0;
  if (!isThere) return [];
  const source = postgresqlSourceSchema.parse({
    kind: 'postgresql',
    id: 'postgresql',
    name: 'PostgreSQL',
    tier: 'critical',
    port,
    database: 'pharmacy',
    user: 'lifeboat',
  });
  return [{ source, bytes: undefined, newest: undefined, isInUse: false }];
}
