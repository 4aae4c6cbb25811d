/** Tries what the app rests on and prints what it found, as one JSON object. */
import { backgroundFacts } from './ground/background.ts';
import { fileFacts } from './ground/files.ts';
import { processFacts } from './ground/processes.ts';
import { socketFacts } from './ground/sockets.ts';
import { storeFacts } from './ground/stores.ts';

const facts: Record<string, unknown> = {};
for (const [name, find] of Object.entries({ ...storeFacts, ...processFacts, ...socketFacts, ...fileFacts, ...backgroundFacts })) {
  try {
    facts[name] = await find();
  } catch (error) {
    facts[name] = String(error);
  }
}
console.log(JSON.stringify(facts));
process.exit(0);
