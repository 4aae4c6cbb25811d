import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '@fluentui/react-components';
import type { Job, JobWarning, Run } from '../../../shared/model/run.ts';
import type { RestoreReport } from '../../../shared/model/restore.ts';
import { lengthWords, restoringTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { Page, Section } from '../page/index.ts';
import { QueryView } from '../query/index.ts';
import { NextSteps } from './next-steps.tsx';
import type { RestoreOutcome } from './outcome.ts';
import { RestoredSource } from './restored-source.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ReportPageProps {
  outcome: RestoreOutcome;
  found: { run: Run; jobs: Job[]; warnings: JobWarning[] };
  footer: ReactNode;
}

/** What a restore brought back, how it was checked, how long it took, and what to do now. */
export function RestoreReportPage({ outcome, found, footer }: ReportPageProps): ReactNode {
  const styles = useStyles();
  const { language } = useVoice();
  const { report: texts } = useTexts(restoringTexts);
  const reports = useQuery(useApi().restore.reports.queryOptions());
  const jobs = found.jobs.filter(({ kind }) => kind === 'restore');
  const isBrokenOff = outcome === 'failed' && reportsOf(jobs, reports.data ?? []).some(({ isUnfinished }) => isUnfinished);
  const lead = texts.lead[isBrokenOff ? 'brokenOff' : outcome];
  return (
    <Page title={texts.title[outcome]} lead={typeof lead === 'string' ? lead : lead(lengthWords(secondsOf(found.run), language))}>
      <QueryView query={reports}>
        {(all) => (
          <>
            <ul className={styles.list}>
              {jobs.map((job) => (
                <RestoredSource
                  key={job.id}
                  job={job}
                  report={all.find((one) => one.job === job.id)}
                  warnings={found.warnings.filter((warning) => warning.job === job.id)}
                />
              ))}
            </ul>
            <Section title={texts.nextTitle}>
              <NextSteps outcome={outcome} reports={reportsOf(jobs, all)} />
            </Section>
          </>
        )}
      </QueryView>
      {footer}
      <Ways />
    </Page>
  );
}

function Ways(): ReactNode {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { report } = useTexts(restoringTexts);
  return (
    <div className={styles.buttons}>
      <Button appearance="primary" onClick={() => navigate('/')}>
        {report.home}
      </Button>
      <Button onClick={() => navigate('/restore')}>{report.another}</Button>
    </div>
  );
}

function reportsOf(jobs: readonly Job[], reports: readonly RestoreReport[]): RestoreReport[] {
  const ids = new Set(jobs.map(({ id }) => id));
  return reports.filter(({ job }) => ids.has(job));
}

function secondsOf({ startedAt, dueAt, endedAt = dueAt }: Run): number {
  return (Date.parse(endedAt) - Date.parse(startedAt ?? dueAt)) / 1000;
}
