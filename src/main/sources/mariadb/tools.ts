import { LifeboatError } from '../../../shared/errors/index.ts';
import { findTool, type Tool } from '../tools/index.ts';
import { type MariadbPlace, socketOf } from './place.ts';

/** A client tool and whose it is: MariaDB's and MySQL's have the same names and different options. */
export interface ClientTool extends Tool {
  isMariadb: boolean;
}

/** `dump` or the client that fills (`client`), of the server's own family where both are installed. `tool-missing` without any. */
export async function clientTool(purpose: 'dump' | 'client', isMariadb: boolean): Promise<ClientTool> {
  const names = purpose === 'dump' ? ['mariadb-dump', 'mysqldump'] : ['mariadb', 'mysql'];
  const found = (await Promise.all(names.map(async (name) => await findTool(name)))).filter((tool) => tool !== undefined);
  const tools = found.map((tool): ClientTool => ({ ...tool, isMariadb: /mariadb/i.test(tool.banner) }));
  const tool = tools.find((candidate) => candidate.isMariadb === isMariadb) ?? tools[0];
  if (tool === undefined) throw new LifeboatError('tool-missing', { tool: names[0] ?? '' });
  return tool;
}

/** How a tool gets to the server. The password goes by {@link environmentOf}. */
export function reachArguments(tool: ClientTool, place: MariadbPlace, isEncrypted: boolean): string[] {
  const socket = socketOf(place);
  const way = socket === undefined ? [`--host=${place.host}`, `--port=${place.port}`, '--protocol=TCP'] : [`--socket=${socket}`];
  const encryption = tool.isMariadb ? ['--ssl', '--skip-ssl-verify-server-cert'] : ['--ssl-mode=REQUIRED'];
  const open = tool.isMariadb ? ['--skip-ssl'] : ['--ssl-mode=PREFERRED'];
  // Nobody's own settings, which may hold another password.
  return ['--no-defaults', ...way, `--user=${place.user}`, '--default-character-set=utf8mb4', ...(isEncrypted ? encryption : open)];
}

/** The only way the password gets to a tool. */
export function environmentOf({ password }: MariadbPlace): Record<string, string> {
  return { MYSQL_PWD: password };
}
