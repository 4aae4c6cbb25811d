import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ErrorReport } from '../../../../shared/errors/index.ts';
import { formatBytes } from '../../../../shared/format/index.ts';
import type { Job } from '../../../../shared/model/run.ts';
import { jobText, runWords, sentence, skippedText } from '../../../../shared/text/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { Section } from '../../../components/page/index.ts';
import { DataTable } from '../../../components/table/index.ts';
import { useNames, useTexts } from '../../../language/index.ts';
import { lengthOf } from '../length-of.ts';
import { Outcome } from '../outcome.tsx';

const useStyles = makeStyles({
  result: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  why: { overflowWrap: 'anywhere', minWidth: '200px', maxWidth: '60ch' },
});

/** Every step of a run in the order in which they were begun: for which source, at which place, how it ended and why. */
export function RunJobs({ jobs }: { jobs: readonly Job[] }): ReactNode {
  const { run: texts } = useTexts(runsTexts);
  return (
    <Section title={texts.jobs}>
      <DataTable
        caption={texts.jobs}
        rows={jobs.toReversed()}
        keyOf={({ id }) => id}
        columns={[
          { id: 'job', title: texts.job, isRowHeader: true, cell: jobCell },
          { id: 'place', title: texts.place, cell: placeCell },
          { id: 'result', title: texts.result, cell: resultCell },
          { id: 'length', title: texts.length, isNumber: true, cell: (job) => lengthOf(job) },
          { id: 'read', title: texts.read, isNumber: true, cell: ({ figures: { bytes } }) => bytesWords(bytes) },
          { id: 'stored', title: texts.stored, isNumber: true, cell: ({ figures: { bytesStored } }) => bytesWords(bytesStored) },
        ]}
      />
    </Section>
  );
}

function bytesWords(bytes: number | undefined): string {
  return bytes === undefined ? '' : formatBytes(bytes);
}

function jobCell(job: Job): ReactNode {
  return <JobName job={job} />;
}

function JobName({ job }: { job: Job }): ReactNode {
  return jobText(job, useNames());
}

function placeCell(job: Job): ReactNode {
  return <PlaceName job={job} />;
}

function PlaceName({ job: { destination, disk } }: { job: Job }): ReactNode {
  const { placeName } = useNames();
  return destination === undefined ? '' : (placeName(destination, disk) ?? destination);
}

function resultCell(job: Job): ReactNode {
  return <Result job={job} />;
}

function Result({ job }: { job: Job }): ReactNode {
  const styles = useStyles();
  const names = useNames();
  const { interrupted } = useTexts(runWords);
  const why = job.status === 'interrupted' ? interrupted : skippedText(job, names);
  const error = job.error as ErrorReport | undefined;
  return (
    <div className={styles.result}>
      <span>
        <Outcome status={job.status} />
      </span>
      {why !== undefined && <Caption1 className={styles.why}>{why}</Caption1>}
      {error && <Caption1 className={styles.why}>{sentence(error, names.language)}</Caption1>}
    </div>
  );
}
