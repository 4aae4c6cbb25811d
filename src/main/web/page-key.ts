import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** Letters of a page's public key; the one kind that is taken has 122. */
const LONGEST = 200;

/** Whether `key` is a public key of the one kind that pages make: ECDSA on P-256, as SPKI in base64url. */
export function isPageKey(key: string): boolean {
  return publicKey(key) !== undefined;
}

/** Whether whoever has the secret half of `key` signed `text`. */
export function isSignedBy(key: string, text: string, signature: string): boolean {
  const found = publicKey(key);
  if (found === undefined) return false;
  return verify('sha256', Buffer.from(text), { key: found, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

function publicKey(key: string): KeyObject | undefined {
  if (key.length > LONGEST) return undefined;
  try {
    const found = createPublicKey({ key: Buffer.from(key, 'base64url'), format: 'der', type: 'spki' });
    return found.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? found : undefined;
  } catch {
    return undefined;
  }
}
