/** Uses the vault in a process of its own, in the session its environment names: its first argument is the installation. */
import { asLifeboatError } from '../../src/shared/errors/index.ts';
import { createSecretStore } from '../../src/main/vault/index.ts';

/** Milliseconds, instead of the product's, after which nothing is waited for. */
const SHORT = 300;

const [installationId = '', isImpatient] = process.argv.slice(2);
const within = <T>(_: number, work: Promise<T>): Promise<T | undefined> =>
  Promise.race([work, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), SHORT))]);
const store = createSecretStore({ installationId, ...(isImpatient === 'impatient' ? { within } : {}) });

const attempt = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    return (await work()) ?? 'nothing';
  } catch (error) {
    return asLifeboatError(error).report();
  }
};
const results = [
  await attempt(() => store.get('one')),
  await attempt(() => store.set('one', 'a secret')),
  await attempt(() => store.get('one')),
  await attempt(() => store.delete('one')),
];
// A hanging question keeps a process from ending; whoever reads this line ends the session, and with it the question.
console.log(JSON.stringify(results));
