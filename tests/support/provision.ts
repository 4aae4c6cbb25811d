/**
 * Before the tests: finds the real parts they run against, and installs the missing ones where it can (root on a
 * Debian-like Linux). Without a part its tests are skipped and say so; with CI=true a missing part is a failure.
 */
import { canInstall, install } from './apt.ts';
import { missingParts } from './parts.ts';

const isCi = process.env['CI'] === 'true' || process.env['CI'] === '1';

const absent = missingParts();
if (absent.length > 0 && canInstall()) install(absent.flatMap(({ packages }) => packages));

const missing = absent.length > 0 ? missingParts() : [];
for (const { name, hint } of missing) console.warn(`MISSING: ${name}; its tests ${isCi ? 'cannot run' : 'are skipped'}. ${hint}`);
if (missing.length > 0 && isCi) process.exitCode = 1;
