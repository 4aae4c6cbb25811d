import { formatDateTime } from '../../format/index.ts';
import type { SourceWarningSentences } from './sentences.ts';

/** Sentences about sources, in English. `source` is the name a person gave it. */
export const englishSourceWarnings: SourceWarningSentences = {
  'crash-consistent-only': (source, detail) =>
    `${source} was copied as files while a database may have been writing to it${named(detail)}. Such a copy may not open again. Protect the database as a source of its own.`,
  'tables-not-covered': (source, detail) =>
    `Some tables of ${source} keep no fixed state while they are copied${named(detail)}, so their rows may be from slightly different moments. Its vendor can change their type.`,
  'accounts-not-covered': (source) =>
    `The accounts and rights of the server of ${source} could not be read and are not in the copy. Give Lifeboat's account the right to read them, or note them elsewhere.`,
  'file-locked': (source, detail) =>
    `Other programs keep files of ${source} to themselves, and they are not in the copy: each is named. ${whyNotFrozen(detail)} Close those programs before the next backup, or protect what they work with as a source of its own.`,
  'vendor-file-old': (source, detail) =>
    `The newest backup that the pharmacy system made for ${source} is old${detail === undefined ? '' : `: it is from ${when(detail)}`}. Check that its own backup still runs.`,
  'vendor-file-shrunk': (source) =>
    `The newest backup that the pharmacy system made for ${source} is much smaller than those before. Check it, and ask the vendor if in doubt.`,
  'vendor-file-growing': (source) =>
    `The backup of ${source} was still being written when it was copied, so the copy may not be whole. Let Lifeboat run later than the pharmacy system's own backup.`,
  'vendor-file-unreadable': (source) =>
    `The newest backup that the pharmacy system made for ${source} does not open as what its name says. Check that its own backup ends without errors.`,
  'question-failed': (source, detail) =>
    `A question of yours about ${source} got no number and no date as its answer${named(detail)}. Check the question.`,
  'database-left': (source, detail) =>
    `A restore of ${source} broke off and left a half-filled database on its server${named(detail)}. Nothing uses it. Lifeboat tries to remove it again every day and at its next start; or have it removed by hand.`,
  'tool-older-than-server': (source, detail) =>
    `The program that copies ${source} is older than its database server${named(detail)}. Install the server's own version of it.`,
};

/** Why they were not read from a frozen state of their drive; `detail` is the code of the error. */
function whyNotFrozen(detail: string | undefined): string {
  if (detail === 'permission-denied')
    return 'Windows lets only an administrator read them all the same: the background program that the installer sets up may.';
  if (detail === 'no-space') return 'The drive has no room left to read them all the same.';
  if (detail === 'source-not-found') return 'On this drive they cannot be read all the same.';
  return 'Windows could not make a shadow copy of the drive, from which they could be read all the same.';
}

function named(detail: string | undefined): string {
  return detail === undefined || detail === '' ? '' : ` (${detail})`;
}

function when(moment: string): string {
  return formatDateTime(new Date(moment)) || moment;
}
