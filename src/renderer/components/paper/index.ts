/** What is printed on a recovery kit, typed back. It lives in the page's memory and nowhere else. */
export { AccessCodeField } from './access-code-field.tsx';
export { isWholeCode } from './code-fault.ts';
export { isWholeKey, type KeyGroups, NO_KEY } from './key-groups.ts';
export { RecoveryKeyField } from './recovery-key-field.tsx';
