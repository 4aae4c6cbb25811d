import { describe, expect, it } from '@jest/globals';
import { ORPCError } from '@orpc/client';
import { type TrayCommandsNeeds, TrayCommands } from '../../../../../src/main/electron/tray/tray-commands.ts';
import type { FaceClient } from '../../../../../src/main/web/index.ts';
import { NOW, seen } from '../../../../support/electron/seen.ts';

function made({ says = true, fails, ...changes }: Partial<TrayCommandsNeeds> & { says?: boolean; fails?: Error } = {}) {
  const did: unknown[] = [];
  const area = (name: string): unknown =>
    new Proxy(
      {},
      {
        get: (_area, procedure: string) => (input: unknown) => (
          did.push([name, procedure, input]), fails ? Promise.reject(fails) : Promise.resolve({ safe: true })
        ),
      },
    );
  const client = new Proxy({}, { get: (_client, name: string) => area(name) }) as FaceClient;
  const commands = new TrayCommands({
    client: () => client,
    role: () => 'owner',
    seen: () => seen(),
    language: () => 'en',
    day: { begin: () => Promise.resolve(void did.push('begin')), keepOn: () => void did.push('keep-on') },
    tell: ({ title }) => did.push(`tell ${title}`),
    open: (place) => did.push(`open ${place ?? ''}`),
    ask: () => Promise.resolve(says),
    quit: () => did.push('quit'),
    switchAutostart: () => Promise.resolve(void did.push('autostart')),
    clock: { now: () => NOW, uptime: () => 0 },
    ...changes,
  });
  return { commands, did };
}

describe('what a person chooses in the menu', () => {
  it.each([
    [{ do: 'back-up' }, [['runs', 'start', {}]]],
    [{ do: 'pause-hour' }, [['status', 'pause', { until: '2026-11-24T17:00:00.000Z' }]]],
    [{ do: 'pause-tomorrow' }, [['status', 'pause', { until: '2026-11-25T06:00:00.000Z' }]]],
    [{ do: 'resume' }, [['status', 'resume', undefined]]],
    [{ do: 'vendor-update' }, [['runs', 'vendorUpdate', {}], 'tell Ready for the update']],
    [
      { do: 'release', destination: 'usb', disk: 'a', label: 'Drive A' },
      [['destinations', 'release', { destination: 'usb', disk: 'a' }], 'tell Drive A is safe to take home'],
    ],
    [{ do: 'open' }, ['open ']],
    [{ do: 'close-day' }, ['begin']],
    [{ do: 'keep-on' }, ['keep-on']],
    [{ do: 'autostart' }, ['autostart']],
    [{ do: 'quit' }, ['quit']],
  ] as const)('%j is done', async (command, what) => {
    const { commands, did } = made();
    await commands.choose(command);
    expect(did).toEqual(what);
  });

  it('does not quit the owner unless a person says so; a face goes without asking', async () => {
    const asked = made({ says: false });
    await asked.commands.choose({ do: 'quit' });
    expect(asked.did).toEqual([]);
    const face = made({ says: false, role: () => 'face' });
    await face.commands.choose({ do: 'quit' });
    expect(face.did).toEqual(['quit']);
  });

  it('says what went wrong, and when nobody answers', async () => {
    const data = { code: 'owner-runs-already', data: {}, retryable: false };
    const refused = made({ fails: new ORPCError('LIFEBOAT', { data }) });
    await refused.commands.choose({ do: 'back-up' });
    expect(refused.did.at(-1)).toBe('tell That did not work');
    const alone = made({ client: () => undefined });
    await alone.commands.choose({ do: 'back-up' });
    expect(alone.did).toEqual(['tell That did not work']);
  });
});
