import { describe } from '@jest/globals';
import { whyNotHere } from './electron-app.ts';

/** The job that is there for these tests sets it, so that they cannot quietly stay away. */
const isRequired = process.env['LIFEBOAT_ELECTRON'] === 'required';

/** `describe` for what only real Electron shows: without its program it is skipped, and says so loudly. */
export function describeElectron(title: string, body: () => void): void {
  const why = whyNotHere();
  if (why === undefined) return describe(title, body);
  if (isRequired) throw new Error(`LIFEBOAT_ELECTRON=required, and ${why}.`);
  process.stderr.write(`\n*** SKIPPED: ${title} was not tried, since ${why}. ***\n\n`);
  describe.skip(title, body);
}
