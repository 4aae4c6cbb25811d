import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { Page, Section } from '../../../components/page/index.ts';
import { RunProgress } from '../../../components/run-progress/index.ts';
import { useTexts } from '../../../language/index.ts';
import { RunActions } from './run-actions.tsx';
import { RunList } from './run-list.tsx';

/** Everything that ran, what runs now, and the ways to let something run. `day`: only that day, `YYYY-MM-DD`. */
export function RunsScreen({ day }: { day?: string }): ReactNode {
  const texts = useTexts(runsTexts);
  const { data: status } = useQuery(useApi().status.get.queryOptions());
  const working = status?.working ?? [];
  return (
    <Page title={texts.title} lead={texts.lead} actions={<RunActions />}>
      {working.length > 0 && (
        <Section title={texts.atWork}>
          {working.map((run) => (
            <RunProgress key={run} run={run} />
          ))}
        </Section>
      )}
      <RunList key={day ?? ''} day={day} />
    </Page>
  );
}
