import { Body1, Body1Strong, Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Job, JobWarning } from '../../../../shared/model/run.ts';
import { jobText, jobWarningSentence, runWords } from '../../../../shared/text/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { Section } from '../../../components/page/index.ts';
import { useNames, useTexts } from '../../../language/index.ts';

/** Sentences that are shown at first, and that each "more" adds. */
const LINES = 25;

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
});

/** What is not in a copy or not as it should be, in words. */
export function RunWarnings({ jobs, warnings }: { jobs: readonly Job[]; warnings: readonly JobWarning[] }): ReactNode {
  const { run: texts } = useTexts(runsTexts);
  const styles = useStyles();
  return (
    <Section title={texts.warnings}>
      <Body1 as="p" className={styles.lead}>
        {texts.warningsLead}
      </Body1>
      {jobs.map((job) => (
        <WarningsOfJob key={job.id} job={job} warnings={warnings.filter((warning) => warning.job === job.id)} />
      ))}
    </Section>
  );
}

function WarningsOfJob({ job, warnings }: { job: Job; warnings: readonly JobWarning[] }): ReactNode {
  const { run: texts, more } = useTexts(runsTexts);
  const { yourData } = useTexts(runWords);
  const names = useNames();
  const styles = useStyles();
  const [shown, setShown] = useState(LINES);
  const source = (job.source !== undefined && names.sourceName(job.source)) || yourData;
  const lines = [...new Set(warnings.flatMap((warning) => jobWarningSentence(warning, source, names.language) ?? []))];
  if (lines.length === 0) return undefined;
  return (
    <div>
      <Body1Strong>{jobText(job, names)}</Body1Strong>
      <ul className={styles.list}>
        {lines.slice(0, shown).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.length > shown && (
        <>
          {texts.moreWarnings(lines.length - shown)} <Button onClick={() => setShown(shown + LINES)}>{more}</Button>
        </>
      )}
    </div>
  );
}
