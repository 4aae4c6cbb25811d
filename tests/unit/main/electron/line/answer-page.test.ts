import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { answerPage } from '../../../../../src/main/electron/line/answer-page.ts';
import { pagePortOf } from '../../../../support/electron/message-port.ts';

const OURS = { url: 'app://lifeboat/#/runs', isMain: true };

describe('a page that asks for a line', () => {
  function ask(frame: { url: string; isMain: boolean } | undefined, count = 1): { opened: () => number; closed: Promise<unknown> } {
    const channels = Array.from({ length: count }, () => new MessageChannel());
    let opened = 0;
    // As the page does: a port tells that it was closed when everything before has been heard.
    for (const { port2 } of channels) port2.on('message', () => undefined);
    const closed = Promise.all(channels.map(async ({ port2 }) => await new Promise((resolve) => port2.once('close', () => resolve(true)))));
    const open = () => {
      opened += 1;
      return Promise.resolve(undefined);
    };
    answerPage({ frame, ports: channels.map(({ port1 }) => pagePortOf(port1)) }, { open, problemNow: () => undefined });
    return { opened: () => opened, closed };
  }

  it('is joined with the owner, and hears a close if there is none', async () => {
    const { opened, closed } = ask(OURS);
    await closed;
    expect(opened()).toBe(1);
  });

  it.each([
    ['of another origin', { url: 'https://evil.example/', isMain: true }],
    ['in a frame inside ours', { url: 'app://lifeboat/', isMain: false }],
    ['of a host that only looks like ours', { url: 'app://lifeboat.evil.example/', isMain: true }],
    ['whose frame is gone', undefined],
  ])('%s gets none, and hears it', async (_who, frame) => {
    const { opened, closed } = ask(frame);
    await closed;
    expect(opened()).toBe(0);
  });

  it('gets none for two ports, or without any', async () => {
    const two = ask(OURS, 2);
    await two.closed;
    expect(two.opened()).toBe(0);
    expect(ask(OURS, 0).opened()).toBe(0);
  });
});
