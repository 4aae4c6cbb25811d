export { forEachConcurrently } from './for-each-concurrently.ts';
export { Gate } from './gate.ts';
export { readAhead } from './read-ahead.ts';
