import { expect, it } from '@jest/globals';
import { azureVariables, resticLocation } from '../../../../src/main/reports/recovery-kit/restic-commands.ts';

const AZURE = { name: 'Cloud', site: 'off-site', kind: 'azure', account: 'rx', container: 'copies', prefix: 'main' } as const;

it('says each place as restic takes it', () => {
  expect(resticLocation(AZURE)).toBe('"azure:copies:/main"');
  expect(resticLocation({ ...AZURE, prefix: '' })).toBe('"azure:copies:/"');
  expect(resticLocation({ name: 'D', site: 'off-site', kind: 'usb-set', labels: ['A'], path: 'Lifeboat/repository' })).toBe(
    '"X:\\Lifeboat\\repository"',
  );
  expect(resticLocation({ name: 'F', site: 'on-site', kind: 'folder', path: 'D:\\Our copies' })).toBe('"D:\\Our copies"');
});

it('names the account, and another cloud if it is one', () => {
  expect(azureVariables(AZURE, 'TOKEN')).toEqual(['set "AZURE_ACCOUNT_NAME=rx"', 'set "AZURE_ACCOUNT_SAS=TOKEN"']);
  const elsewhere = { ...AZURE, endpoint: 'https://rx.blob.core.usgovcloudapi.net' };
  expect(azureVariables(elsewhere, 'TOKEN')[2]).toBe('set "AZURE_ENDPOINT_SUFFIX=core.usgovcloudapi.net"');
  expect(azureVariables({ ...AZURE, endpoint: 'https://storage.example.com/rx' }, 'TOKEN')).toHaveLength(2);
});
