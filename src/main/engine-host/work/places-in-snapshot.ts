/**
 * Where things stand in a snapshot of ours. Files keep their own absolute paths; what a database gives and what
 * Lifeboat notes beside it stand in folders of their own at the top, a folder for each part of the source.
 */
const DATA = 'database';
const NOTES = 'lifeboat';

/** Name of a file that a database's capture made. */
export function dataName(part: string, file: string): string {
  return `${DATA}/${part}/${file}`;
}

/** The folder of a part's data, as a path in the snapshot. */
export function dataFolder(part: string): string {
  return `/${DATA}/${part}`;
}

export function witnessName(part: string): string {
  return `${NOTES}/${part}/witness.json`;
}

/** The part as it was set up, so that it can be put back where nothing else is known of it. */
export function partName(part: string): string {
  return `${NOTES}/${part}/source.json`;
}

export const NOTES_FOLDER = `/${NOTES}`;
