import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { JobStatus } from '../../../shared/model/run.ts';
import { jobAtWorkText, type ProtectionVoice, runWords } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useNames, useTexts } from '../../language/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { QueryView } from '../query/index.ts';
import { framed } from '../page/index.ts';
import { shortWords } from './details.ts';
import { JobProgress } from './job-progress.tsx';
import { Spoken } from './spoken.tsx';
import { estimate } from './track.ts';
import { useRunProgress, type WatchedJob, type WatchedRun } from './use-run-progress.ts';

const useStyles = makeStyles({
  run: { ...framed, position: 'relative', backgroundColor: tokens.colorNeutralBackground2 },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

export interface RunProgressProps {
  /** The run's id. */
  run: string;
  /** Whether it can be stopped from here. */
  canStop?: boolean;
  /** What stands here once the run has ended. */
  ended?: (status: JobStatus) => ReactNode;
}

/** A run as it goes on: every job at work with its figures, and a way to stop it. */
export function RunProgress({ run, canStop = true, ended }: RunProgressProps): ReactNode {
  const query = useRunProgress(run);
  return (
    <QueryView query={query} lines={3}>
      {(facts) => (isAtWork(facts.status) ? <AtWork run={run} facts={facts} canStop={canStop} /> : ended?.(facts.status))}
    </QueryView>
  );
}

interface AtWorkProps {
  run: string;
  facts: WatchedRun;
  canStop: boolean;
}

function AtWork({ run, facts, canStop }: AtWorkProps): ReactNode {
  const styles = useStyles();
  const names = useNames();
  const { progress } = useTexts(runWords);
  const steps = progress.step(Math.min(facts.ended + 1, facts.all), facts.all);
  return (
    <div className={styles.run}>
      <div className={styles.top}>
        <Caption1 className={styles.quiet}>{steps}</Caption1>
        {canStop && <StopButton run={run} />}
      </div>
      {facts.atWork.length === 0 && <span className={styles.quiet}>{progress.starting}</span>}
      {facts.atWork.map((job) => (
        <JobProgress key={job.job.id} facts={job} />
      ))}
      <Spoken text={runLine(facts.atWork, names)} />
    </div>
  );
}

function StopButton({ run }: { run: string }): ReactNode {
  const { progress } = useTexts(runWords);
  const stop = useMutation(useApi().runs.cancel.mutationOptions());
  if (stop.isSuccess) return <output>{progress.stopping}</output>;
  return (
    <>
      <FailureMessage error={stop.error} />
      <Button size="small" disabled={stop.isPending} onClick={() => stop.mutate({ id: run })}>
        {progress.stop}
      </Button>
    </>
  );
}

/** What a run does now, in one line: for Home, and for those who hear the page. */
export function runLine(jobs: readonly WatchedJob[], names: ProtectionVoice): string {
  const { progress } = runWords(names.language);
  const [first] = jobs;
  if (first === undefined) return progress.starting;
  return progress.line(jobAtWorkText(first.job, names), shortWords(estimate(first.track), names.language));
}

export function isAtWork(status: JobStatus): boolean {
  return status === 'running' || status === 'scheduled';
}
