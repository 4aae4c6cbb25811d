import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Job, JobWarning } from '../../../../shared/model/run.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { Section } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { RestoredSource } from '../../../components/restoring/index.ts';
import { useTexts } from '../../../language/index.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

/** What the restores of a run brought back, and how it was checked. */
export function RunRestores({ jobs, warnings }: { jobs: readonly Job[]; warnings: readonly JobWarning[] }): ReactNode {
  const { restores } = useTexts(runsTexts);
  const styles = useStyles();
  const query = useQuery(useApi().restore.reports.queryOptions());
  const ended = jobs.filter(({ kind, endedAt }) => kind === 'restore' && endedAt !== undefined);
  if (ended.length === 0) return undefined;
  return (
    <Section title={restores.title}>
      <QueryView query={query} lines={4}>
        {(reports) => (
          <ul className={styles.list}>
            {ended.map((job) => (
              <RestoredSource
                key={job.id}
                job={job}
                report={reports.find((report) => report.job === job.id)}
                warnings={warnings.filter((warning) => warning.job === job.id)}
              />
            ))}
          </ul>
        )}
      </QueryView>
    </Section>
  );
}
