import { Button, Spinner } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Run } from '../../../../shared/model/run.ts';
import { setupEndTexts } from '../../../../shared/text/index.ts';
import { useApi } from '../../../api/index.ts';
import { FailureMessage } from '../../../components/feedback/index.ts';
import { useFormStyles } from '../../../components/form/index.ts';
import { Page, Section } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { RunProgress } from '../../../components/run-progress/index.ts';
import { useTexts } from '../../../language/index.ts';
import { EndedWords } from './ended-words.tsx';
import { FirstProof } from './first-proof.tsx';
import { firstRunOf } from './first-run.ts';

/** Step 8: the first backup starts at once, goes on without this page, and ends with the first proof. */
export function FirstBackupStep(): ReactNode {
  const { first: texts } = useTexts(setupEndTexts);
  const query = useQuery(useApi().runs.list.queryOptions({ input: {} }));
  return (
    <Page title={texts.title} lead={texts.lead}>
      <QueryView query={query}>
        {(runs) => {
          const run = firstRunOf(runs);
          return run === undefined ? <Start /> : <FirstRun run={run} runs={runs} />;
        }}
      </QueryView>
    </Page>
  );
}

/** Starts it. From then on Lifeboat works by itself: whoever leaves here has a pharmacy that is set up. */
function Start(): ReactNode {
  const { first: texts } = useTexts(setupEndTexts);
  const api = useApi();
  const queries = useQueryClient();
  const hasBegun = useRef(false);
  const { mutate, error } = useMutation({
    mutationFn: async () => {
      await api.runs.start.call({});
      await api.setup.finish.call(undefined);
      await queries.invalidateQueries();
    },
  });
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    mutate();
  }, [mutate]);
  if (error === null) return <Spinner size="small" labelPosition="after" label={texts.starting} />;
  return <FailureMessage error={error} action={<Button onClick={() => mutate()}>{texts.again}</Button>} />;
}

function FirstRun({ run, runs }: { run: Run; runs: readonly Run[] }): ReactNode {
  const { first: texts } = useTexts(setupEndTexts);
  const { buttons, note } = useFormStyles();
  const [, navigate] = useLocation();
  const isOver = run.endedAt !== undefined;
  return (
    <>
      <Section title={texts.backup}>
        {isOver ? <EndedWords run={run.id} status={run.status} /> : <RunProgress run={run.id} />}
        {!isOver && <p className={note}>{texts.leave}</p>}
      </Section>
      <FirstProof runs={runs} isBackupOver={isOver} />
      <div className={buttons}>
        <Button appearance={isOver ? 'primary' : 'secondary'} onClick={() => navigate('/')}>
          {isOver ? texts.home : texts.homeMeanwhile}
        </Button>
      </div>
    </>
  );
}
