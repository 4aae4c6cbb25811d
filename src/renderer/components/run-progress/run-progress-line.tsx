import { Link, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useNames } from '../../language/index.ts';
import { isAtWork, runLine } from './run-progress.tsx';
import { Spoken } from './spoken.tsx';
import { estimate } from './track.ts';
import { useRunProgress } from './use-run-progress.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalL },
  progress: { position: 'relative', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, flexGrow: 1, minWidth: 0 },
  words: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
});

export interface RunProgressLineProps {
  /** The run's id. */
  run: string;
  /** What the link to the run's own page says. */
  details: string;
}

/** A run at work in one line with its bar and the way to its page; nothing once it has ended. */
export function RunProgressLine({ run, details }: RunProgressLineProps): ReactNode {
  const styles = useStyles();
  const names = useNames();
  const { data } = useRunProgress(run);
  if (data === undefined || !isAtWork(data.status)) return undefined;
  const [first] = data.atWork;
  const share = first && estimate(first.track).share;
  const text = runLine(data.atWork, names);
  return (
    <div className={styles.line}>
      <div className={styles.progress}>
        <span className={styles.words} aria-hidden>
          {text}
        </span>
        <ProgressBar {...(share !== undefined && { value: share })} aria-label={text} />
        <Spoken text={text} />
      </div>
      <Link href={`#/runs/${run}`}>{details}</Link>
    </div>
  );
}
