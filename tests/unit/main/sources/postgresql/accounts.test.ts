import { describe, expect, it } from '@jest/globals';
import { roleStatements } from '../../../../../src/main/sources/postgresql/accounts.ts';
import { dbnameArgument } from '../../../../../src/main/sources/postgresql/place.ts';

describe('accounts of a server', () => {
  it('takes statements about roles only', () => {
    const sql = [
      '--',
      "SET client_encoding = 'UTF8';",
      'CREATE ROLE ana;',
      'ALTER ROLE ana WITH NOSUPERUSER LOGIN;',
      'CREATE ROLE "till ""ä""";',
      'GRANT "till ""ä""" TO ana GRANTED BY postgres;',
      "CREATE TABLESPACE fast LOCATION '/fast';",
      'DROP ROLE ana;',
    ].join('\n');
    expect(roleStatements(sql).map(({ role }) => role)).toEqual(['ana', 'ana', 'till "ä"', 'ana']);
    expect(roleStatements(sql).map(({ text }) => text.split(' ')[0])).toEqual(['CREATE', 'ALTER', 'CREATE', 'GRANT']);
  });

  it('names a database so that nothing in it is read as a setting', () => {
    expect(dbnameArgument("a=b host='x")).toBe("--dbname=dbname='a=b host=\\'x'");
  });
});
