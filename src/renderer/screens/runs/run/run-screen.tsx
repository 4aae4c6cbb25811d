import { Link } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureCode, useApi } from '../../../api/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { EmptyState } from '../../../components/feedback/index.ts';
import { LinkButton } from '../../../components/link/index.ts';
import { Page } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { useTexts } from '../../../language/index.ts';
import { RunPage } from './run-page.tsx';

/** One run: what it did, what is to be looked at, what came of it. */
export function RunScreen({ id }: { id: string }): ReactNode {
  const texts = useTexts(runsTexts);
  const query = useQuery(useApi().runs.get.queryOptions({ input: { id } }));
  if (query.data !== undefined) return <RunPage found={query.data} />;
  const isGone = failureCode(query.error) === 'value-invalid';
  return (
    <Page title={texts.title} lead={<Link href="#/runs">{texts.run.back}</Link>}>
      {isGone ? (
        <EmptyState title={texts.run.gone.title} body={texts.run.gone.body} action={<LinkButton to="/runs">{texts.run.back}</LinkButton>} />
      ) : (
        <QueryView query={query} lines={8}>
          {() => undefined}
        </QueryView>
      )}
    </Page>
  );
}
