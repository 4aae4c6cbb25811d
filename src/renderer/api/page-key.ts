/**
 * A key pair of this page's own, for as long as the page lives. Its secret half cannot leave the browser; by signing with it the
 * page shows a new owner process that it was signed in at the one before.
 */
export interface PageKey {
  /** The public half, as SPKI in base64url. */
  name: string;
  /** The signature of a text, in base64url. */
  sign: (text: string) => Promise<string>;
}

const KIND = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export async function createPageKey(): Promise<PageKey> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(KIND, false, ['sign']);
  return {
    name: base64url(await crypto.subtle.exportKey('spki', publicKey)),
    sign: async (text) => base64url(await crypto.subtle.sign(KIND, privateKey, new TextEncoder().encode(text))),
  };
}

function base64url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCodePoint(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
