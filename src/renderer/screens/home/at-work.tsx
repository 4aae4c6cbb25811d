import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { Section } from '../../components/page/index.ts';
import { RunProgressLine } from '../../components/run-progress/index.ts';
import { useTexts } from '../../language/index.ts';

const useStyles = makeStyles({ line: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalL } });

/** Runs at work, a line each. */
export function AtWork({ runs }: { runs: readonly string[] }): ReactNode {
  const texts = useTexts(homeTexts);
  const styles = useStyles();
  if (runs.length === 0) return undefined;
  return (
    <Section title={texts.atWork}>
      {runs.map((run) => (
        <div key={run} className={styles.line}>
          <RunProgressLine run={run} />
          <Link href={`#/runs/${run}`}>{texts.details}</Link>
        </div>
      ))}
    </Section>
  );
}
