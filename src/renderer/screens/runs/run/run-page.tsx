import { Button, Link } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { nearMomentWords } from '../../../../shared/text/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { FailureMessage } from '../../../components/feedback/index.ts';
import { Page, type PageState } from '../../../components/page/index.ts';
import { RunProgress } from '../../../components/run-progress/index.ts';
import { useNames, useTexts } from '../../../language/index.ts';
import { useNow } from '../../../time/index.ts';
import { whatRan } from '../list/what-ran.ts';
import { STATUS_MARKS } from '../marks.ts';
import type { FoundRun } from './found-run.ts';
import { RunFacts } from './run-facts.tsx';
import { RunJobs } from './run-jobs.tsx';
import { RunPoints } from './run-points.tsx';
import { RunProofs } from './run-proofs.tsx';
import { RunRestores } from './run-restores.tsx';
import { RunWarnings } from './run-warnings.tsx';

/** One run's own page. */
export function RunPage({ found }: { found: FoundRun }): ReactNode {
  const { run, jobs, warnings } = found;
  const texts = useTexts(runsTexts);
  const names = useNames();
  const now = useNow();
  const kinds = [...new Set(jobs.map(({ kind }) => kind))];
  const sources = [...new Set(jobs.flatMap(({ source }) => source ?? []))];
  const what = whatRan({ run, kinds, sources, counts: {}, figures: {} }, texts, names);
  const title = `${what}, ${nearMomentWords(run.startedAt ?? run.dueAt, now, names.language, names.timeZone)}`;
  return (
    <Page
      title={title}
      focusOn={run.id}
      state={stateOf(found)}
      lead={
        <>
          <div>{texts.run.outcome[run.status]}</div>
          <Link href="#/runs">{texts.run.back}</Link>
        </>
      }
      actions={<Again found={found} />}
    >
      {run.endedAt === undefined && <RunProgress run={run.id} />}
      <RunJobs jobs={jobs} />
      {warnings.length > 0 && <RunWarnings jobs={jobs} warnings={warnings} />}
      {run.endedAt !== undefined && hasMade(found) && <RunPoints run={run} />}
      {kinds.includes('proof') && <RunProofs run={run} jobs={jobs} />}
      {kinds.includes('restore') && <RunRestores jobs={jobs} warnings={warnings} />}
      <RunFacts run={run} />
    </Page>
  );
}

/** Whether it made a restore point, which may be gone since. */
function hasMade({ jobs }: FoundRun): boolean {
  return jobs.some(({ kind, snapshot }) => kind === 'backup' && snapshot !== undefined);
}

function stateOf({ run: { status } }: FoundRun): PageState | undefined {
  const mark = STATUS_MARKS[status];
  return mark === 'good' || mark === 'warning' || mark === 'bad' ? mark : undefined;
}

/** What a failed run asks for most: to be tried again. Nothing for one that is at work, went well or was a restore. */
function Again({ found: { run, jobs } }: { found: FoundRun }): ReactNode {
  const texts = useTexts(runsTexts);
  const api = useApi();
  const [, navigate] = useLocation();
  const again = useMutation({
    mutationFn: async (wish: { isProof: boolean; sources: string[] }) =>
      await (wish.isProof ? api.runs.prove : api.runs.start).call({ sources: wish.sources }),
    onSuccess: ({ run: next }) => navigate(`/runs/${next}`),
  });
  const failed = jobs.filter(({ status, kind }) => status === 'failed' && (kind === 'backup' || kind === 'copy' || kind === 'proof'));
  if (run.endedAt === undefined || failed.length === 0) return undefined;
  const sources = [...new Set(failed.flatMap(({ source }) => source ?? []))];
  const isProof = failed.every(({ kind }) => kind === 'proof');
  return (
    <>
      <Button appearance="primary" disabledFocusable={again.isPending} onClick={() => again.mutate({ isProof, sources })}>
        {texts.run.again}
      </Button>
      <FailureMessage error={again.error} />
    </>
  );
}
