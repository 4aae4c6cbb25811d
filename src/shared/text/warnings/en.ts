import { englishReason } from '../reasons/en.ts';
import type { WarningSentences } from './sentences.ts';

/** Sentences about single entries, in English. */
export const englishWarnings: WarningSentences = {
  unreadable: (path, detail) => `${path} could not be read and is not in the backup${because(detail)}.`,
  'changed-while-read': (path) => `${path} changed while it was read; the backup has what was read.`,
  'source-not-found': (path) => `${path} does not exist and is not in the backup.`,
  vanished: (path) => `${path} was removed before it could be read and is not in the backup.`,
  'metadata-incomplete': (path, detail) =>
    `${path} is complete, but some of its details (owner, times, attributes) are not${because(detail)}.`,
  'special-file': (path, detail) => `${path} is a special file without content${because(detail)}.`,
  'source-empty': (path) => `${path} is empty, but had files in it at the last backup. Check that its disk is connected.`,
  'not-restored': (path, detail) => `${path} could not be restored${because(detail)}.`,
  'name-unsafe': (path) => `${path} was left out: its name cannot exist here, or would lead out of the target folder.`,
  renamed: (path, name) => `${path} is there under ${anotherName(name)}, because its own cannot be used here.`,
  damaged: (path, detail) => `${path} is damaged in the repository${because(detail)}.`,
  'snapshot-unreadable': (path) => `The snapshot ${path} cannot be read. It may be newer than the one that was taken as the latest.`,
};

function anotherName(name: string | undefined): string {
  return name === undefined ? 'another name' : `the name ${name}`;
}

function because(detail: string | undefined): string {
  return detail === undefined || detail === '' ? '' : ` (${englishReason(detail)})`;
}
