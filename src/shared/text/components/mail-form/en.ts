import type { MailFormTexts } from './texts.ts';

/** The mail server, in English. */
export const englishMailForm: MailFormTexts = {
  title: 'Mail server',
  lead: 'Lifeboat sends messages through your own mail account. They carry no names of patients, people or files.',
  host: 'Outgoing server (SMTP)',
  hostHint: 'Your mail provider tells you, such as smtp.office365.com or smtp.gmail.com.',
  port: 'Port',
  security: 'Encryption',
  securities: {
    tls: 'Encrypted from the start (TLS, usually port 465)',
    starttls: 'Switches to encryption (STARTTLS, usually port 587)',
    none: 'None (only for a server on this PC)',
  },
  user: 'Account',
  userHint: 'Usually the e-mail address. Leave it empty if the server asks for none.',
  password: 'Password',
  passwordHint: "Often an “app password” of its own. It is kept in this PC's secure store only.",
  passwordKept: 'Leave it empty to keep the one that is stored.',
  from: 'Sender',
  fromHint: 'The address that messages come from.',
  save: 'Save the mail server',
  saved: 'Saved.',
  test: 'Send a test message',
  testTo: 'Test message to',
  sent: (to) => `A test message to ${to} was handed to the server.`,
};
