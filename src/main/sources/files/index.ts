/** What several kinds of source do with files. */
export { copyDurably, isThere, syncFile, syncFolder } from './durable.ts';
export { freeName, nameBeside } from './free-name.ts';
export { headOf, type FileFormat, formatOf } from './format.ts';
export { isOpenElsewhere } from './open-elsewhere.ts';
export { requireRoom } from './room.ts';
export { about, sourceError, systemCode } from './system-error.ts';
export { type FoundFile, walkFiles } from './walk.ts';
