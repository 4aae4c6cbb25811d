import { createTransport } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Clock } from '../../../shared/model/clock.ts';
import type { MailSettings } from '../../../shared/model/installation.ts';
import type { Message } from '../../../shared/text/notifications/index.ts';
import { isLoopback } from './loopback.ts';
import { mailFailure } from './mail-failure.ts';

const CONNECT_WITHIN = 15_000;
const ANSWER_WITHIN = 30_000;

export interface MailChannel {
  /** Undefined settings: no mail server is set up. */
  readonly isSetUp: boolean;
  /**
   * Sends one message to one address.
   *
   * Errors: `mail-not-set-up`, `mail-unreachable`, `mail-refused`, `mail-rejected`; `connection-insecure` for a server elsewhere without
   * encryption. Those that may pass are retryable.
   */
  send(to: string, message: Message): Promise<void>;
}

export interface MailChannelNeeds {
  settings: () => MailSettings | undefined;
  /** The account's password; undefined: none is kept. */
  password: () => Promise<string | undefined>;
  clock: Clock;
  /** Certificates that vouch for the server beside the usual ones, PEM. */
  ca?: string;
}

/** Mail by the pharmacy's own server or provider (SMTP). Each message has a connection of its own. */
export function createMailChannel(needs: MailChannelNeeds): MailChannel {
  return {
    get isSetUp() {
      return needs.settings() !== undefined;
    },
    send: async (to, message) => {
      const settings = needs.settings();
      if (!settings) throw new LifeboatError('mail-not-set-up', {});
      await sendBy(settings, to, message, needs);
    },
  };
}

async function sendBy(
  settings: MailSettings,
  to: string,
  { subject, text }: Message,
  { password, clock, ca }: MailChannelNeeds,
): Promise<void> {
  if (settings.security === 'none' && !isLoopback(settings.host))
    throw new LifeboatError('connection-insecure', { location: settings.host });
  const transport = createTransport({ ...connection(settings, ca), ...(await account(settings, password)) });
  try {
    await transport.sendMail({ from: { name: 'Lifeboat', address: settings.from }, to, subject, text, date: clock.now() });
  } catch (error) {
    throw mailFailure(error, settings.host);
  } finally {
    transport.close();
  }
}

function connection({ host, port, security }: MailSettings, ca: string | undefined): SMTPTransport.Options {
  return {
    host,
    port,
    secure: security === 'tls',
    // A server that does not offer encryption gets no password and no message.
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(ca !== undefined && { ca }) },
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    socketTimeout: ANSWER_WITHIN,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function account({ user }: MailSettings, password: MailChannelNeeds['password']): Promise<Pick<SMTPTransport.Options, 'auth'>> {
  return user === undefined ? {} : { auth: { user, pass: (await password()) ?? '' } };
}
