import type { MailSettings } from '../../../model/installation.ts';

/** One language's words of the mail server. */
export interface MailFormTexts {
  title: string;
  lead: string;
  host: string;
  hostHint: string;
  port: string;
  security: string;
  securities: Readonly<Record<MailSettings['security'], string>>;
  user: string;
  userHint: string;
  password: string;
  passwordHint: string;
  passwordKept: string;
  from: string;
  fromHint: string;
  save: string;
  saved: string;
  test: string;
  testTo: string;
  sent: (to: string) => string;
}
