/** Reads zip files as far as needed to know that they are whole. */
export { readDirectory, type ZipEntry, ZipDamage } from './directory.ts';
export { verifyZip } from './verify-zip.ts';
