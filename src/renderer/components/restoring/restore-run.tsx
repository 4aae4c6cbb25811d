import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { restoringTexts } from '../../../shared/text/index.ts';
import { failureCode, useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { Page } from '../page/index.ts';
import { QueryView } from '../query/index.ts';
import { RunProgress } from '../run-progress/index.ts';
import { outcomeOf } from './outcome.ts';
import { RestoreReportPage } from './restore-report.tsx';

/** A restore while it goes on, and afterwards what came of it. `footer` stands below both. */
export function RestoreRun({ run, footer }: { run: string; footer?: ReactNode }): ReactNode {
  const texts = useTexts(restoringTexts);
  const query = useQuery(useApi().runs.get.queryOptions({ input: { id: run } }));
  const outcome = query.data && outcomeOf(query.data.run, query.data.jobs);
  if (query.data !== undefined && outcome !== undefined) return <RestoreReportPage outcome={outcome} found={query.data} footer={footer} />;
  if (failureCode(query.error) === 'value-invalid')
    return (
      <Page title={texts.gone.title} lead={texts.gone.body}>
        {footer}
      </Page>
    );
  return (
    <Page title={texts.running.title} lead={texts.running.lead}>
      <QueryView query={query}>{() => <RunProgress run={run} />}</QueryView>
      {footer}
    </Page>
  );
}
