export { createKeyFile, type KeyMaking, type NewKeyFile } from './create-key-file.ts';
export { KEY_COST, type KeyCost } from './key-cost.ts';
export type { HasKeyRing, KeyRing } from './key-ring.ts';
export { type OpenedKey, type OpenOptions, openWithPassword } from './open-with-password.ts';
export { addKey, listKeys, removeKey, replaceKey, type StoredKey } from './stored-keys.ts';
