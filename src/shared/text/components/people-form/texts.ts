import type { Role } from '../../../model/person.ts';

/** One language's words of people and how they are reached. */
export interface PeopleFormTexts {
  people: string;
  roles: Readonly<Record<Role, string>>;
  name: string;
  role: string;
  email: string;
  emailHint: string;
  isNotified: string;
  noEmail: string;
  confirmed: (moment: string) => string;
  notConfirmed: string;
  sendCode: string;
  sendCodeTo: (name: string) => string;
  sentTo: (address: string) => string;
  code: string;
  codeOf: (name: string) => string;
  confirm: string;
  confirmOf: (name: string) => string;
  wrongCode: string;
  noMail: string;
  add: string;
  change: string;
  changeNamed: (name: string) => string;
  remove: string;
  removeNamed: (name: string) => string;
  confirmRemove: (name: string) => { title: string; body: string };
  title: { add: string; change: (name: string) => string };
  save: string;
}
