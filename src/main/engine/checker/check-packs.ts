import type { FileInfo } from '../backend/backend.ts';
import type { Id } from '../format/id.ts';
import type { Findings } from './findings.ts';
import type { PackSurvey } from './index-survey.ts';
import type { Losses } from './losses.ts';

/** Compares what the index files say with the pack files that are there. */
export function checkPacks(survey: ReadonlyMap<Id, PackSurvey>, files: readonly FileInfo[], findings: Findings, losses: Losses): void {
  const sizes = new Map(files.map((file) => [file.name, file.size]));
  for (const [id, pack] of survey) {
    const size = sizes.get(id);
    if (size === undefined) {
      findings.add('pack-missing', id);
      losses.addMissingPack(id);
    } else if (pack.contradictory) {
      findings.add('pack-indexed-twice', id, `${pack.files}`, 'error');
    } else if (size !== pack.size) {
      findings.add('pack-wrong-size', id, `${size}/${pack.size}`);
      losses.addShortPack(id, size);
    }
    if (pack.files > 1 && !pack.contradictory) findings.add('pack-indexed-twice', id, `${pack.files}`);
    if (pack.mixed) findings.add('pack-mixed', id);
  }
  for (const file of files) if (!survey.has(file.name)) findings.add('pack-not-indexed', file.name);
}
