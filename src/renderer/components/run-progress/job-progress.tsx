import { Body1Strong, Caption1, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ErrorCode } from '../../../shared/errors/index.ts';
import type { Phase } from '../../../shared/model/progress.ts';
import { jobAtWorkText, runWords, waitingSentence } from '../../../shared/text/index.ts';
import { useNames, useTexts } from '../../language/index.ts';
import { detailWords } from './details.ts';
import { estimate } from './track.ts';
import type { WatchedJob } from './use-run-progress.ts';

const useStyles = makeStyles({
  job: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  figures: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  // Two lines are kept for it, so that what is below does not jump from file to file.
  current: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', minHeight: '2lh' },
});

/** One job at work: what, how much, how fast, how long, and what is read now. */
export function JobProgress({ facts }: { facts: WatchedJob }): ReactNode {
  const styles = useStyles();
  const names = useNames();
  const { phases, progress } = useTexts(runWords);
  const { job, track, phase, current, waiting } = facts;
  const estimated = estimate(track);
  const what = jobAtWorkText(job, names);
  const details = detailWords(track.look, estimated, phase, names.language);
  const step = phase === undefined ? undefined : phases[phase as Phase];
  return (
    <div className={styles.job}>
      <Body1Strong>{what}</Body1Strong>
      <ProgressBar {...(estimated.share !== undefined && { value: estimated.share })} thickness="large" aria-label={what} />
      <span className={styles.figures}>{[...(step === undefined ? [] : [step]), ...details].join(' · ')}</span>
      <Caption1 className={styles.current}>
        {waiting ? waitingSentence({ kind: 'waiting', code: waiting.code as ErrorCode, seconds: waiting.seconds }, names.language) : now()}
      </Caption1>
    </div>
  );

  function now(): string | undefined {
    return current === undefined ? undefined : `${progress.now} ${current}`;
  }
}
