import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useNames } from '../../language/index.ts';
import { isAtWork, runLine } from './run-progress.tsx';
import { Spoken } from './spoken.tsx';
import { estimate } from './track.ts';
import { useRunProgress } from './use-run-progress.ts';

const useStyles = makeStyles({
  line: { position: 'relative', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, flexGrow: 1, minWidth: 0 },
  words: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
});

/** A run at work in one line with its bar; nothing once it has ended. */
export function RunProgressLine({ run }: { run: string }): ReactNode {
  const styles = useStyles();
  const names = useNames();
  const { data } = useRunProgress(run);
  if (data === undefined || !isAtWork(data.status)) return undefined;
  const [first] = data.atWork;
  const share = first && estimate(first.track).share;
  const text = runLine(data.atWork, names);
  return (
    <div className={styles.line}>
      <span className={styles.words} aria-hidden>
        {text}
      </span>
      <ProgressBar {...(share !== undefined && { value: share })} aria-label={text} />
      <Spoken text={text} />
    </div>
  );
}
