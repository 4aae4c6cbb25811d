import type { MailSettings } from '../../../shared/model/installation.ts';

/** The mail server as it stands in the form. */
export interface TypedMail {
  host: string;
  port: string;
  security: MailSettings['security'];
  user: string;
  from: string;
}

const USUAL_PORTS: Readonly<Record<MailSettings['security'], string>> = { tls: '465', starttls: '587', none: '25' };

/** What was typed last counts, then what is kept. */
export function typedMail(
  kept: MailSettings | undefined,
  typed: { readonly [K in keyof TypedMail]?: TypedMail[K] | undefined } = {},
): TypedMail {
  const security = typed.security ?? kept?.security ?? 'starttls';
  return {
    host: typed.host ?? kept?.host ?? '',
    port: typed.port ?? (kept === undefined ? USUAL_PORTS[security] : String(kept.port)),
    security,
    user: typed.user ?? kept?.user ?? '',
    from: typed.from ?? kept?.from ?? '',
  };
}

/** The port that goes with another encryption, unless somebody typed one of their own. */
export function portWith(security: MailSettings['security'], port: string): string {
  return port === '' || Object.values(USUAL_PORTS).includes(port) ? USUAL_PORTS[security] : port;
}

/** What the contract's schema is to check. */
export function valueOfMail({ host, port, security, user, from }: TypedMail): unknown {
  return { host: host.trim(), port: Number(port), security, from: from.trim(), ...(user.trim() !== '' && { user: user.trim() }) };
}
