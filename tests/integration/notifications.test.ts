import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { createMailChannel, sendHeartbeat } from '../../src/main/notifications/index.ts';
import type { MailSettings } from '../../src/shared/model/installation.ts';
import { messageText } from '../../src/shared/text/notifications/index.ts';
import { Mailbox, MAILBOX_PASSWORD as PASSWORD } from '../support/mailbox.ts';
import { ManualTime } from '../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

const MESSAGE = messageText({ kind: 'working-again', causes: [{ code: 'backup-failing', count: 1 }], left: 0 }, 'es');

describe('mail', () => {
  let scratch: Scratch;
  let box: Mailbox;
  let key: string;
  let cert: string;

  beforeAll(() => {
    scratch = scratchFolder();
    const [keyFile, certFile] = [join(scratch.path, 'key.pem'), join(scratch.path, 'cert.pem')];
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...ec, '-keyout', keyFile, '-out', certFile, ...names], { stdio: 'ignore' });
    key = readFileSync(keyFile, 'utf8');
    cert = readFileSync(certFile, 'utf8');
  });
  afterEach(async () => await box.close());
  afterAll(() => scratch.remove());

  const channel = (settings: Partial<MailSettings>, { password = PASSWORD, ca = cert }: { password?: string; ca?: string } = {}) =>
    createMailChannel({
      settings: () => ({ host: 'localhost', port: 25, security: 'tls', user: 'alerts', from: 'alerts@pharmacy.example', ...settings }),
      password: async () => await Promise.resolve(password),
      clock: new ManualTime({ wall: '2026-07-08T16:20:00Z' }),
      ...(ca !== '' && { ca }),
    });
  const listen = async (options: SMTPServerOptions = {}): Promise<number> => {
    box = new Mailbox();
    return await box.open({ key, cert, ...options });
  };

  test('encrypted from the start, with the account', async () => {
    const port = await listen({ secure: true });
    await channel({ port }).send('ana@example.com', MESSAGE);
    expect(box.received).toHaveLength(1);
    const [mail] = box.received;
    expect(mail).toMatchObject({ to: ['ana@example.com'], isEncrypted: true, user: 'alerts' });
    expect(mail?.content).toContain('Subject: Lifeboat: vuelve a funcionar');
    expect(mail?.content).toContain('From: Lifeboat <alerts@pharmacy.example>');
    expect(mail?.content).toContain('Date: Wed, 08 Jul 2026 16:20:00 +0000');
    expect(mail?.content).toContain('Content-Type: text/plain; charset=utf-8');
  });

  test('switched to encryption by STARTTLS', async () => {
    const port = await listen();
    await channel({ port, security: 'starttls' }).send('ana@example.com', MESSAGE);
    expect(box.received[0]).toMatchObject({ isEncrypted: true, user: 'alerts' });
  });

  test('a server that offers no encryption gets neither password nor message', async () => {
    const port = await listen({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    await expect(channel({ port, security: 'starttls' }).send('ana@example.com', MESSAGE)).rejects.toMatchObject({
      code: 'mail-unreachable',
    });
    expect(box.received).toEqual([]);
  });

  test('a certificate nobody vouches for is refused', async () => {
    const port = await listen({ secure: true });
    await expect(channel({ port }, { ca: '' }).send('ana@example.com', MESSAGE)).rejects.toMatchObject({
      code: 'mail-unreachable',
      retryable: true,
    });
  });

  test('without encryption only to this machine', async () => {
    const port = await listen({ hideSTARTTLS: true, authOptional: true });
    const open = { security: 'none', user: undefined } as const;
    await channel({ port, host: '127.0.0.1', ...open }).send('ana@example.com', MESSAGE);
    expect(box.received).toHaveLength(1);
    await expect(channel({ port, host: 'mail.example.com', ...open }).send('ana@example.com', MESSAGE)).rejects.toMatchObject({
      code: 'connection-insecure',
    });
  });

  test('a refused login, a refused address and a silent server are told apart, and no error holds the password', async () => {
    const port = await listen({ secure: true });
    const refused = await channel({ port }, { password: 'wrong horse' })
      .send('ana@example.com', MESSAGE)
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'mail-refused', retryable: false });
    expect(JSON.stringify(refused)).not.toContain('wrong horse');
    await expect(channel({ port }).send('nobody@example.com', MESSAGE)).rejects.toMatchObject({ code: 'mail-rejected', retryable: false });
    await box.close();
    await expect(channel({ port }).send('ana@example.com', MESSAGE)).rejects.toMatchObject({
      code: 'mail-unreachable',
      retryable: true,
      data: { host: 'localhost', reason: 'ECONNREFUSED' },
    });
    expect(box.received).toEqual([]);
  });

  test('no server set up', async () => {
    box = new Mailbox();
    const none = createMailChannel({
      settings: () => undefined,
      password: async () => await Promise.resolve(undefined),
      clock: new ManualTime(),
    });
    expect(none.isSetUp).toBe(false);
    await expect(none.send('ana@example.com', MESSAGE)).rejects.toMatchObject({ code: 'mail-not-set-up' });
  });
});

describe('the heartbeat', () => {
  let server: Server | undefined;
  afterEach(async () => {
    const open = server;
    if (open) await new Promise((resolve) => open.close(resolve));
    server = undefined;
  });
  const listen = async (status: number, asked: string[]): Promise<string> => {
    const one = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers['content-length'] ?? 'empty'}`);
      response.writeHead(status, { location: '/elsewhere' }).end('thanks');
    });
    server = one;
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(one.address() as AddressInfo).port}/beat/secret`;
  };

  test('is a request without content', async () => {
    const asked: string[] = [];
    await sendHeartbeat(await listen(200, asked));
    expect(asked).toEqual(['GET /beat/secret empty']);
  });

  test.each([500, 404, 302])('an answer of %d is a failure that does not name the address', async (status) => {
    const address = await listen(status, []);
    const failure = await sendHeartbeat(address).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'place-unreachable', retryable: true });
    expect(JSON.stringify(failure)).not.toContain('secret');
  });

  test('an address elsewhere must be https', async () => {
    await expect(sendHeartbeat('http://beat.example.com/x')).rejects.toMatchObject({ code: 'connection-insecure' });
  });
});
