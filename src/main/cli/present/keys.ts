import { formatDateTime } from '../../../shared/format/index.ts';
import type { CliTexts } from '../../../shared/text/index.ts';
import type { KeyEntry } from '../../engine/index.ts';
import { harmless } from '../terminal/harmless.ts';
import { tableLines } from '../terminal/table.ts';
import { shortId } from './short-id.ts';

/** Keys as a table; a star marks the one in use. */
export function keyTable(keys: readonly KeyEntry[], { tables }: CliTexts): string[] {
  const rows = keys.map(({ id, current, username, hostname, created }) => [
    `${current ? '*' : ' '}${shortId(id)}`,
    harmless(username),
    harmless(hostname),
    formatDateTime(new Date(created)),
  ]);
  return tableLines([{ title: ` ${tables.id}` }, { title: tables.user }, { title: tables.host }, { title: tables.created }], rows);
}

/** A key as a JSON line. */
export function keyObject({ id, current, username, hostname, created }: KeyEntry): { message_type: 'key' } & Record<string, unknown> {
  return { message_type: 'key', id, current, user_name: username, host_name: hostname, created };
}
