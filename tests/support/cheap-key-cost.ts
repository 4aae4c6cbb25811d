import type { KeyCost } from '../../src/main/engine/repository/keys/index.ts';

/** Makes keys in a millisecond: for tests that are not about guessing passwords. Never for real ones. */
export const CHEAP_KEY_COST: KeyCost = { N: 2 ** 10, r: 8, p: 1 };
