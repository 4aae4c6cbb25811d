export { keepReplaced } from './keep-replaced.ts';
export { putBack } from './put-back.ts';
