/** A program: owns the profile of the folder given to it, says `ready`, and answers what its parent asks until it is killed. */
import { flushCompileCache } from 'node:module';
import { openOwner } from './pharmacy-app.ts';

/** A question of the contract: `['runs', 'start']` and its input. */
export interface Question {
  id: number;
  path: readonly [area: string, procedure: string];
  input: unknown;
}

export type Said = { said: 'ready' } | { said: 'answer'; id: number; value: unknown } | { said: 'failed'; id: number; error: string };

// Whoever is killed saves nothing for the next when it ends.
flushCompileCache();
const app = await openOwner(process.argv[2] as string);
process.on('message', (question: Question) => void answer(question));
// Nobody is left to end it.
process.on('disconnect', () => process.exit());
await app.start();
say({ said: 'ready' });

async function answer({ id, path: [area, procedure], input }: Question): Promise<void> {
  try {
    if (area === 'app') await app.settled();
    const client = app.client() as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
    say({ said: 'answer', id, value: area === 'app' ? undefined : await client[area]?.[procedure]?.(input) });
  } catch (error) {
    const data = error instanceof Error && 'data' in error ? JSON.stringify(error.data) : '';
    say({ said: 'failed', id, error: `${String(error)} ${data}` });
  }
}

function say(word: Said): void {
  process.send?.(word);
}
