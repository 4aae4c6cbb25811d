import type { Check } from '../check.ts';
import { compressionChecks } from './compression.ts';
import { cryptoChecks } from './crypto.ts';
import { engineChecks } from './engine.ts';
import { nativeChecks } from './native.ts';
import { vaultChecks } from './vault.ts';

/** What must hold in Electron's main process: it keeps the store and the vault, and later opens recovery kits. */
export const mainChecks: readonly Check[] = [...cryptoChecks, ...compressionChecks, ...nativeChecks, ...vaultChecks];

/** What must hold in the child process of the engine. The vault is not its business. */
export const engineProcessChecks: readonly Check[] = [...cryptoChecks, ...compressionChecks, ...nativeChecks, ...engineChecks];
