import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatBytes, formatCount } from '../../../shared/format/index.ts';
import type { ErrorReport } from '../../../shared/errors/index.ts';
import type { RestoreReport } from '../../../shared/model/restore.ts';
import type { Job, JobWarning } from '../../../shared/model/run.ts';
import { differenceText, jobWarningSentence, lengthWords, momentWords, restoringTexts, sentence } from '../../../shared/text/index.ts';
import { useNames, useTexts, useVoice } from '../../language/index.ts';
import { type Mark, StateIcon } from '../marks/index.ts';
import { framed } from '../page/index.ts';
import { UndoRestore } from './undo-restore.tsx';

/** Warnings that are listed one by one; more of them are looked up on the run's own page. */
const MOST_WARNINGS = 20;

const useStyles = makeStyles({
  source: { ...framed, gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  line: { margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

interface RestoredSourceProps {
  job: Job;
  report: RestoreReport | undefined;
  warnings: readonly JobWarning[];
}

/** One source after a restore: where it is, how it was checked, or why it did not come back. */
export function RestoredSource({ job, report, warnings }: RestoredSourceProps): ReactNode {
  const styles = useStyles();
  const names = useNames();
  const name = names.sourceName(job.source ?? '') ?? job.source ?? '';
  return (
    <li className={styles.source}>
      <Subtitle2 as="h2" className={styles.title}>
        <StateIcon mark={markOf({ job, report, warnings })} /> {name}
      </Subtitle2>
      {job.error && (
        <Text as="p" block className={styles.line}>
          {sentence(job.error as ErrorReport, names.language)}
        </Text>
      )}
      {isWhole(report) ? <Checked report={report} /> : <Stopped job={job} report={report} />}
      {warnings.length > 0 && <Warnings warnings={warnings} name={name} />}
      {report && <UndoRestore report={report} name={name} />}
    </li>
  );
}

/** A report of something that came back to its end. */
function isWhole(report: RestoreReport | undefined): report is RestoreReport {
  return report !== undefined && report.isUnfinished !== true;
}

function markOf({ job, report, warnings }: RestoredSourceProps): Mark {
  if (isWhole(report)) return warnings.length > 0 ? 'warning' : 'good';
  return job.status === 'interrupted' ? 'warning' : 'bad';
}

/** What stands where a restore did not come to its end; one that failed says why, and nothing more where nothing was replaced. */
function Stopped({ job, report }: { job: Job; report: RestoreReport | undefined }): ReactNode {
  const styles = useStyles();
  const { report: texts } = useTexts(restoringTexts);
  const { stopped } = texts;
  if (report?.undoneAt !== undefined) return undefined;
  const replaced = report?.parts.filter(({ kept }) => kept !== undefined) ?? [];
  const lines =
    replaced.length > 0
      ? [stopped.replaced, ...replaced.flatMap(({ place, kept = '' }) => [texts.place['in-place'](place), texts.kept(kept)])]
      : job.status === 'interrupted'
        ? [job.startedAt === undefined ? stopped.notBegun : stopped.nothingReplaced]
        : [];
  return lines.map((line) => (
    <Text as="p" block key={line} className={styles.line}>
      {line}
    </Text>
  ));
}

function Checked({ report }: { report: RestoreReport }): ReactNode {
  const styles = useStyles();
  const voice = useVoice();
  const { report: texts } = useTexts(restoringTexts);
  const { parts, way, pointTime, filesRestored, filesVerified, seconds, bytes } = report;
  const compared = parts.reduce((sum, part) => sum + part.compared, 0);
  const differences = parts.flatMap((part) => part.differences);
  const lines = [
    texts.asOf(momentWords(pointTime, voice.language, voice.timeZone)),
    ...parts.map(({ place }) => texts.place[way](place)),
    ...(filesRestored > 0 ? [texts.files(filesRestored, formatCount(filesVerified))] : []),
    compared > 0
      ? texts.compared(formatCount(compared - differences.length), formatCount(compared))
      : filesRestored > 0
        ? undefined
        : texts.notCompared,
    texts.took(lengthWords(seconds, voice.language), formatBytes(bytes)),
    ...parts.flatMap(({ kept }) => (kept === undefined || report.undoneAt !== undefined ? [] : [texts.kept(kept)])),
  ].filter((line) => line !== undefined);
  return (
    <>
      {lines.map((line) => (
        <Text as="p" block key={line} className={styles.line}>
          {line}
        </Text>
      ))}
      {differences.length > 0 && (
        <List title={texts.differences} lines={differences.map((difference) => differenceText(difference, voice))} />
      )}
    </>
  );
}

function Warnings({ warnings, name }: { warnings: readonly JobWarning[]; name: string }): ReactNode {
  const { language } = useVoice();
  const { report } = useTexts(restoringTexts);
  const lines = warnings.flatMap((warning) => jobWarningSentence(warning, name, language) ?? []);
  return lines.length > 0 ? <List title={report.warnings} lines={lines.slice(0, MOST_WARNINGS)} /> : undefined;
}

function List({ title, lines }: { title: string; lines: readonly string[] }): ReactNode {
  const styles = useStyles();
  return (
    <div>
      <Text weight="semibold">{title}</Text>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
