import { generateKeyPairSync, sign } from 'node:crypto';

/** What a page in a browser makes for itself, made here. */
export class TestPageKey {
  /** The public half, as a page names it. */
  readonly name: string;
  private readonly secret;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    this.name = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
    this.secret = privateKey;
  }

  /** As a page at `address` signs a challenge. */
  answer(challenge: string, address: string): { key: string; challenge: string; signature: string } {
    const signature = sign('sha256', Buffer.from(`${address}\n${challenge}`), { key: this.secret, dsaEncoding: 'ieee-p1363' });
    return { key: this.name, challenge, signature: signature.toString('base64url') };
  }
}
