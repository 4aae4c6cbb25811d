/** Before a release: nothing goes out under addresses that are nobody's. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';

/** What stands in the configuration until the project has an address of its own. */
const PLACEHOLDER = 'lifeboat.example';

/**
 * Whether the configuration still names the placeholder, and whether it would publish under it.
 *
 * @param {Readonly<Record<string, unknown>>} configuration
 */
export function placeholders({ publish, ...rest }) {
  const isNamed = JSON.stringify(rest).includes(PLACEHOLDER);
  return { isNamed, isPublished: isNamed && publish !== null && publish !== undefined };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const { isNamed, isPublished } = placeholders({ ...(await getConfig(root, `${root}/electron-builder.yml`, null)) });
  if (isPublished) {
    process.stderr.write(`electron-builder.yml still names ${PLACEHOLDER}: nothing is published under it (docs/packaging.md).\n`);
    process.exitCode = 1;
  } else if (isNamed) process.stderr.write(`These installers name ${PLACEHOLDER}: keep them to yourself (docs/packaging.md).\n`);
}
