/** A program: what lies in the Credential Manager for Lifeboat, without saying it: account and length in bytes, as JSON. */
import keytar from 'keytar';

const found = await keytar.findCredentials('Lifeboat');
console.log(JSON.stringify(found.map(({ account, password }) => ({ account, bytes: Buffer.byteLength(password, 'utf16le') }))));
