/**
 * What npm runs after `npm ci`, and the first time `npx lifeboat` links this folder: builds dist/. Without the
 * tools (before `npm ci`, or with --omit=dev) it says so and succeeds: a failure here would leave npx with a broken
 * link that outlives the cause.
 */
import { existsSync } from 'node:fs';

if (existsSync(new URL('../node_modules/vite/package.json', import.meta.url))) await import('./build.mjs');
else console.warn('Nothing was built, since the build tools are not installed: run `npm ci`.');
