import type { ReactNode } from 'react';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { Section } from '../../components/page/index.ts';
import { RunProgressLine } from '../../components/run-progress/index.ts';
import { useTexts } from '../../language/index.ts';

/** Runs at work, a line each. */
export function AtWork({ runs }: { runs: readonly string[] }): ReactNode {
  const texts = useTexts(homeTexts);
  if (runs.length === 0) return undefined;
  return (
    <Section title={texts.atWork}>
      {runs.map((run) => (
        <RunProgressLine key={run} run={run} details={texts.details} />
      ))}
    </Section>
  );
}
