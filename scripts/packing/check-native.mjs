/** After packing: are the native parts of the system in there for which it was packed? An app without them would start, and fail. */
import { globSync } from 'node:fs';
import { join } from 'node:path';

const ARCHITECTURES = ['ia32', 'x64', 'armv7l', 'arm64', 'universal'];

/**
 * @param {string} platform as Node names it
 * @param {string} arch
 */
const needed = (platform, arch) => [
  `better-sqlite3/prebuilds/${platform}-${arch}.node`,
  `keytar/prebuilds/${platform}-${arch}/keytar.node`,
  `@koromix/koffi-${platform}-${arch}/*/koffi.node`,
];

/**
 * @param {{ appOutDir: string, electronPlatformName: string, arch: number }} packed as electron-builder tells it
 */
export default function checkNative({ appOutDir, electronPlatformName, arch }) {
  const modules = join(appOutDir, 'resources', 'app.asar.unpacked', 'node_modules');
  const missing = needed(electronPlatformName, ARCHITECTURES[arch] ?? '').filter(
    (pattern) => globSync(pattern, { cwd: modules }).length === 0,
  );
  if (missing.length > 0) throw new Error(`Not packed: ${missing.join(', ')}. Pack on the system that the app is for.`);
}
