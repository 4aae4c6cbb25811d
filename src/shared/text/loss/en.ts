import type { LossTexts } from './loss-texts.ts';

export const englishLoss: LossTexts = {
  title: 'Statement on lost or stolen copies',
  made: (date) => `Made ${date}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  whatTitle: 'What is missing',
  what: { thing: 'What', how: 'How', noticed: 'Noticed', lastSeen: 'Last seen by Lifeboat', holder: 'Last taken by', declared: 'Declared' },
  kinds: { disk: 'a backup disk of a set', place: 'a place with copies', pc: 'the PC that made the copies' },
  lost: 'lost',
  stolen: 'stolen',
  unknown: 'not known',
  contentsTitle: 'What was on it',
  contents: { source: 'Data', from: 'Oldest copy', to: 'Newest copy', points: 'Copies', bytes: 'Size of the newest' },
  nothingOnIt: 'No copy was on it.',
  encryptionTitle: 'Who could read it',
  encryptedSince: (date) => `Everything that Lifeboat wrote there was encrypted, from the first byte on (${date}).`,
  encryption:
    'Copies are encrypted and authenticated with AES-256 in counter mode and Poly1305 in the format of restic, before they leave the PC. The key files there are locked with scrypt. No key that opens them was on it.',
  readable: {
    key: 'It can be read with a recovery key on paper or with the key in the vault of the pharmacy’s PC, and with nothing else.',
    paper: 'A recovery kit may be in the same hands. Whoever has both can read all of it: treat the data as disclosed.',
    open: 'The disk of the PC was not encrypted. Whoever has the PC can read what was stored on it: treat the data as disclosed.',
    unknown: 'Whether the disk of the PC was encrypted is not known. Find out: if it was not, treat the data on it as disclosed.',
  },
  nowTitle: 'What to do now',
  credentials: {
    place: (name) =>
      `Change the access to ${name}: make a new key in its account, which makes the old ones worthless, and enter the new access in Lifeboat.`,
    database: (name) => `Change the password of the database account that Lifeboat used for ${name}.`,
    mail: (name) => `Change the password of the mail account ${name}.`,
    account: () => 'Change the passwords of everybody who worked at that PC, also of web sites that its browser remembered.',
  },
  noCredentials: 'No password and no access key was on it: none has to be changed.',
  retireKey: 'Make new recovery kits for both holders now. The old papers then open none of the copies that the pharmacy still has.',
  keepKey: 'The recovery kits in the safe stay valid.',
  lastCopy: 'This was the only place with a copy of something critical: back up to another place now.',
  counsel:
    'Whether a loss has to be reported, to whom and by when is for the pharmacy and its counsel to decide. In the United States, health data that is encrypted and whose key is not lost is usually not "unsecured" (45 CFR 164.402).',
  signature: 'Signature',
  date: 'Date',
};
