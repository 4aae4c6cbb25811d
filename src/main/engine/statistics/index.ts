export { countRawData, type RawData } from './raw-data.ts';
export { RestoreSize } from './restore-size.ts';
export { BlobsPerFile, UniqueContents } from './unique-contents.ts';
