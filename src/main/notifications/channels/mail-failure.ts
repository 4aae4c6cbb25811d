import { getSystemErrorName } from 'node:util';
import { LifeboatError } from '../../../shared/errors/index.ts';

/** What nodemailer says of a failure. Its sentence may quote addresses, so only codes are taken over. */
interface MailerError {
  code?: string;
  responseCode?: number;
  command?: string;
  errno?: number | string;
}

/** Answers of a server that may be another one later (RFC 5321, 4.2.1). */
const isTransient = (response: number | undefined): boolean => response !== undefined && response >= 400 && response < 500;

/** A failed message as an error of ours. */
export function mailFailure(error: unknown, host: string): LifeboatError {
  const { code, responseCode, command = '' } = error as MailerError;
  const isTemporary = isTransient(responseCode);
  if (code === 'EAUTH') return new LifeboatError('mail-refused', { host }, { cause: error, retryable: isTemporary });
  if (code === 'EENVELOPE' || code === 'EMESSAGE' || (responseCode !== undefined && /^(MAIL|RCPT|DATA)/.test(command))) {
    return new LifeboatError('mail-rejected', { host }, { cause: error, retryable: isTemporary });
  }
  return new LifeboatError('mail-unreachable', { host, reason: reasonOf(error as MailerError) }, { cause: error, retryable: true });
}

/** nodemailer puts a code of its own in the place of the system's and leaves its number. */
function reasonOf({ code, errno }: MailerError): string {
  return typeof errno === 'number' && errno < 0 ? getSystemErrorName(errno) : (code ?? 'ETIMEDOUT');
}
