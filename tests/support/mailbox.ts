import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  content: string;
  isEncrypted: boolean;
  user: string | undefined;
}

/** What an account of the server signs in with. */
export const MAILBOX_PASSWORD = 'right horse';

/** A real mail server on loopback; whoever opens it closes it. */
export class Mailbox {
  readonly received: ReceivedMail[] = [];
  private server: SMTPServer | undefined;

  async open(options: SMTPServerOptions): Promise<number> {
    const server = new SMTPServer({
      ...options,
      disableReverseLookup: true,
      onAuth: ({ username, password }, _session, done) =>
        password === MAILBOX_PASSWORD ? done(null, { user: username }) : done(new Error('Invalid login')),
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('nobody') ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          this.received.push({
            to,
            content: Buffer.concat(chunks).toString(),
            isEncrypted: session.secure,
            user: session.user as string | undefined,
          });
          done();
        });
      },
    });
    // A client that breaks off is no failure of the test.
    server.on('error', () => undefined);
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.server.address() as AddressInfo).port;
  }

  /** Waits for a message to an address, and takes it out. */
  async take(address: string): Promise<ReceivedMail> {
    for (;;) {
      const at = this.received.findIndex(({ to }) => to.includes(address));
      const [mail] = at < 0 ? [] : this.received.splice(at, 1);
      if (mail) return mail;
      await pause(100);
    }
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
    this.server = undefined;
  }
}
