import { describe, expect, it } from '@jest/globals';
import { blocksOf, withoutSecret } from '../../../../../src/main/sources/mariadb/accounts.ts';
import { watchDump, withoutDefiners } from '../../../../../src/main/sources/mariadb/dump.ts';

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array, void, void> {
  for (const text of texts) {
    await Promise.resolve();
    yield Buffer.from(text);
  }
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(stream)).toString();
}

describe('a dump on its way', () => {
  const END = '\n-- Dump completed\n';

  it('says when its first table comes, before it hands it on, wherever the pieces are cut', async () => {
    const order: string[] = [];
    const stream = watchDump('H\n', pieces('-- MariaDB dump\n\n-- Table struc', 'ture for table `a`\n', END), async () => {
      await Promise.resolve();
      order.push('begun');
    });
    for await (const piece of stream) order.push(Buffer.from(piece).toString().trim().slice(0, 12));
    expect(order).toEqual(['H', '-- MariaDB d', 'begun', 'ture for tab', '-- Dump comp']);
  });

  it('is damaged without its last line, and begins at the end when there is no table', async () => {
    let begun = 0;
    const begin = (): Promise<void> => Promise.resolve(void (begun += 1));
    expect(await textOf(watchDump('', pieces('x', '\n-- Dump comp', 'leted on 2026-03-02\n'), begin))).toContain('2026-03-02');
    expect(begun).toBe(1);
    for (const text of ['x', `-- Dump completed\nINSERT INTO t VALUES (1);`, '']) {
      await expect(textOf(watchDump('', pieces(text), begin))).rejects.toMatchObject({ code: 'dump-damaged' });
    }
  });

  it('loses definers and not a byte of a row', async () => {
    const definer = 'DEFINER=`ro``ot`@`%`';
    const row = `INSERT INTO t VALUES ('CREATE ${definer} TRIGGER', _binary 'é');\n`;
    const sql = `/*!50013 ${definer} SQL SECURITY DEFINER */\n${row}CREATE ${definer} PROCEDURE p() SELECT 1;;\n/*!50003 CREATE*/ /*!50017 ${definer}*/ /*!50003 TRIGGER x*/;;`;
    const cleaned = await textOf(withoutDefiners(pieces(...(sql.match(/[\s\S]{1,7}/g) ?? []))));
    expect(cleaned).toBe(
      `/*!50013  SQL SECURITY DEFINER */\n${row}CREATE  PROCEDURE p() SELECT 1;;\n/*!50003 CREATE*/ /*!50017 */ /*!50003 TRIGGER x*/;;`,
    );
  });
});

describe('accounts without passwords', () => {
  it.each([
    [
      "GRANT USAGE ON *.* TO `a`@`%` IDENTIFIED BY PASSWORD '*94BDCEBE19083CE2A1F959FD02F964C7AF4CFC29' WITH GRANT OPTION",
      'GRANT USAGE ON *.* TO `a`@`%` WITH GRANT OPTION',
    ],
    [
      "GRANT USAGE ON *.* TO `a`@`%` IDENTIFIED VIA mysql_native_password USING '*94BD' OR unix_socket REQUIRE SSL",
      'GRANT USAGE ON *.* TO `a`@`%` REQUIRE SSL',
    ],
    ['GRANT SELECT ON `x`.* TO `a`@`%`', 'GRANT SELECT ON `x`.* TO `a`@`%`'],
  ])('%p', (grant, expected) => {
    expect(withoutSecret(grant)).toBe(expected);
  });

  it('are found again in the file', () => {
    const sql = `-- account 'till'\nCREATE ROLE IF NOT EXISTS 'till';\n\n-- account 'a'@'%'\nCREATE USER IF NOT EXISTS 'a'@'%' ACCOUNT LOCK;\nGRANT \`till\` TO 'a'@'%';\n`;
    expect(blocksOf(sql)).toEqual([
      { name: `'till'`, statements: [`CREATE ROLE IF NOT EXISTS 'till'`] },
      { name: `'a'@'%'`, statements: [`CREATE USER IF NOT EXISTS 'a'@'%' ACCOUNT LOCK`, `GRANT \`till\` TO 'a'@'%'`] },
    ]);
    expect(blocksOf('')).toEqual([]);
  });
});
