import type { RestoreReport } from '../../../shared/model/restore.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import type { Names } from './names.ts';
import type { Owner } from './owner.ts';
import type { EndedRun } from './present-run.ts';
import { snakeKeys } from './snake-keys.ts';
import { comparedWords, voiceOf } from './voice.ts';

/** Tells what the restores of a run brought back; the reports. */
export async function presentReports(invocation: Invocation, owner: Owner, names: Names, ended: EndedRun): Promise<RestoreReport[]> {
  const jobs = new Set(ended.jobs.map(({ id }) => id));
  const reports = (await owner.look((client) => client.restore.reports())).filter(({ job }) => jobs.has(job)).toReversed();
  for (const report of reports) presentReport(invocation, names, report);
  return reports;
}

function presentReport(invocation: Invocation, names: Names, report: RestoreReport): void {
  const { output, texts } = invocation;
  const voice = voiceOf(invocation);
  output.object({ message_type: 'restore_report', ...(snakeKeys(report) as object) });
  if (output.json || report.isUnfinished === true) return;
  const name = names.source(report.source) ?? report.source;
  for (const { place, compared, differences } of report.parts) {
    output.result(harmless(texts.app.restored(name, place, { compared, agree: compared - differences.length })));
    for (const one of differences) output.notice(harmless(`  ${texts.app.findings.differs(...comparedWords(one, voice))}`));
  }
}
