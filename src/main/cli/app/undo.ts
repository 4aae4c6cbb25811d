import { LifeboatError } from '../../../shared/errors/index.ts';
import { formatDateTime } from '../../../shared/format/index.ts';
import type { RestoreReport } from '../../../shared/model/restore.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import { confirm } from './confirm.ts';
import { followRun } from './follow-run.ts';
import { Names } from './names.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { exitCodeOfRuns, presentRun } from './present-run.ts';

export interface UndoOptions extends ProfileOptions {
  list?: boolean;
  yes?: boolean;
}

/** `lifeboat undo [RESTORE]`: brings back what a restore replaced; the newest restore that can be undone unless one is named. */
export async function undo(invocation: Invocation, options: UndoOptions, [id]: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const names = await Names.of(owner);
    const reports = (await owner.look((client) => client.restore.reports())).filter(isUndoable);
    if (options.list === true) {
      for (const report of reports) output.result(harmless(lineOf(invocation, names, report)));
      return EXIT.done;
    }
    const report = id === undefined ? reports[0] : reports.find(({ job }) => job.startsWith(id));
    if (report === undefined) {
      throw new LifeboatError('value-invalid', {
        name: 'RESTORE',
        value: id ?? '',
        expected: 'a restore that replaced something and was not undone',
      });
    }
    if (!output.json) {
      output.notice(texts.app.undo.plan);
      output.notice(harmless(`  ${lineOf(invocation, names, report)}`));
    }
    await confirm(invocation, options.yes);
    const { run } = await owner.ask((client) => client.restore.undo({ job: report.job }));
    const ended = await followRun(invocation, owner, names, run);
    const code = exitCodeOfRuns(ended);
    if (output.json || code !== EXIT.done) presentRun(invocation, names, ended);
    if (code !== EXIT.done) return code;
    output.object({ message_type: 'undone', job: report.job, source: report.source });
    if (!output.json) output.result(harmless(texts.app.undo.done(names.source(report.source) ?? report.source)));
    return EXIT.done;
  });
}

function isUndoable({ parts, undoneAt }: RestoreReport): boolean {
  return undoneAt === undefined && parts.some(({ kept }) => kept !== undefined);
}

function lineOf({ texts }: Invocation, names: Names, { job, source, at, parts }: RestoreReport): string {
  return texts.app.undo.line(
    job.slice(0, 8),
    formatDateTime(new Date(at)),
    names.source(source) ?? source,
    parts.map(({ place }) => place).join(', '),
  );
}
