/** The pharmacy's mail server. */
export { MailForm, type MailFormProps } from './mail-form.tsx';
export type { TypedMail } from './typed-mail.ts';
