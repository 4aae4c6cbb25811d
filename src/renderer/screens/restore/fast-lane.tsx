import { Button, Checkbox, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { RestoreItem } from '../../../shared/model/restore.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import { momentWords, restoringTexts } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useApi } from '../../api/index.ts';
import { Choices } from '../../components/choices/index.ts';
import { EmptyState, FailureMessage } from '../../components/feedback/index.ts';
import { Page } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import {
  type PlanFacts,
  planFacts,
  PlanList,
  type PlannedItem,
  safestWay,
  ThrownAway,
  usePlans,
} from '../../components/restoring/index.ts';
import { isGood } from '../../components/restore-points/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useNames, useTexts } from '../../language/index.ts';
import { useTimeline } from './use-timeline.ts';

const useStyles = makeStyles({ bar: { whiteSpace: 'normal' } });

/** Everything critical, from the newest proven and clean restore points: one page, one confirmation. */
export function FastLane(): ReactNode {
  const { fast: texts } = useTexts(restoreTexts);
  const suggestion = useQuery(useApi().restore.suggest.queryOptions({ input: { tiers: ['critical'] }, gcTime: 0 }));
  const timeline = useTimeline();
  return (
    <Page title={texts.title} lead={texts.lead}>
      <QueryView query={suggestion} lines={6}>
        {({ items, missing }) => (
          <QueryView query={timeline} lines={6}>
            {(points) => (
              <>
                <Missing sources={missing} />
                <NewerPoints items={items} timeline={points} />
                {items.length === 0 ? (
                  <Nothing lookAgain={() => void suggestion.refetch()} />
                ) : (
                  <Suggested items={plannedOf(items, points)} />
                )}
              </>
            )}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

function plannedOf(items: readonly RestoreItem[], timeline: readonly TimelinePoint[]): PlannedItem[] {
  return items.map((item) => {
    const point = timeline.find(({ source, copies }) => source === item.source && copies.some((copy) => copy.snapshot === item.snapshot));
    return { item: { ...item, to: { way: 'in-place' } }, time: point?.time ?? '', isProven: point?.isProven === true };
  });
}

function Missing({ sources }: { sources: readonly string[] }): ReactNode {
  const styles = useStyles();
  const { fast: texts } = useTexts(restoreTexts);
  const { sourceName } = useNames();
  return sources.map((id) => (
    <MessageBar key={id} intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>{texts.missing(sourceName(id) ?? id)}</MessageBarBody>
    </MessageBar>
  ));
}

/** What is proven may be older than what is there: whoever wants the newest goes the longer way. */
function NewerPoints({ items, timeline }: { items: readonly RestoreItem[]; timeline: readonly TimelinePoint[] }): ReactNode {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { fast: texts } = useTexts(restoreTexts);
  const { sourceName, language, timeZone } = useNames();
  const newer = items.flatMap(({ source, snapshot }) => {
    const best = timeline.find((point) => point.source === source && isGood(point));
    return best && !best.copies.some((copy) => copy.snapshot === snapshot) ? [best] : [];
  });
  if (newer.length === 0) return undefined;
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {newer.map(({ source, time }) => texts.newerPoint(sourceName(source) ?? source, momentWords(time, language, timeZone))).join(' ')}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => navigate('/restore')}>{texts.newer}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Nothing({ lookAgain }: { lookAgain: () => void }): ReactNode {
  const { fast: texts } = useTexts(restoreTexts);
  const { lookAgain: again } = useTexts(restoringTexts);
  return <EmptyState title={texts.nothing.title} body={texts.nothing.about} action={<Button onClick={lookAgain}>{again}</Button>} />;
}

/** Looks first what is there now; only then is it known where each source may go. */
function Suggested({ items }: { items: readonly PlannedItem[] }): ReactNode {
  const { fast: texts } = useTexts(restoreTexts);
  const { lookAgain: again } = useTexts(restoringTexts);
  const looks = usePlans(items);
  const failed = looks.find(({ error }) => error !== null);
  const ways = looks.map(({ data }) => data && safestWay(data));
  if (failed) return <FailureMessage error={failed.error} action={<Button onClick={() => void failed.refetch()}>{again}</Button>} />;
  if (ways.some((way) => way === undefined)) return <output>{texts.looking}</output>;
  const lost = looks.flatMap(({ data }) => (data ? planFacts(data).thrownAway : []));
  return <Confirm items={items} ways={ways.flatMap((way) => way ?? [])} lost={lost} />;
}

interface ConfirmProps {
  items: readonly PlannedItem[];
  /** Where each goes by itself. */
  ways: readonly ('in-place' | 'beside')[];
  lost: PlanFacts['thrownAway'];
}

function Confirm({ items, ways, lost }: ConfirmProps): ReactNode {
  const [, navigate] = useLocation();
  const { fast: texts, plan: words } = useTexts(restoreTexts);
  const [choice, setChoice] = useState<'beside' | 'in-place'>('beside');
  const [hasConsent, setConsent] = useState(false);
  const isRefused = ways.includes('beside');
  const chosen = items.map((planned, at) => {
    const way = choice === 'in-place' ? 'in-place' : (ways[at] ?? 'beside');
    return { ...planned, item: { ...planned.item, to: { way } } };
  });
  const plans = usePlans(chosen);
  const isInUse = plans.some(({ data }, at) => data !== undefined && chosen[at]?.item.to.way === 'in-place' && planFacts(data).isInUse);
  const start = useMutation(
    useApi().restore.start.mutationOptions({ onSuccess: ({ run }) => navigate(`/restore/run/${run}`, { replace: true }) }),
  );
  const waitsFor = plans.some(({ data }) => data === undefined)
    ? words.wait
    : isInUse
      ? words.mustClose
      : choice === 'in-place' && isRefused && !hasConsent
        ? words.mustConsent
        : undefined;
  return (
    <>
      {isRefused && <Refused lost={lost} choice={choice} onChoose={setChoice} hasConsent={hasConsent} onConsent={setConsent} />}
      <PlanList items={chosen} plans={plans} />
      <FailureMessage error={start.error} />
      <StepButtons
        onBack={() => navigate('/restore')}
        onNext={() => start.mutate({ items: chosen.map(({ item }) => item) })}
        next={texts.confirm}
        waitsFor={waitsFor}
        isBusy={start.isPending}
      />
    </>
  );
}

interface RefusedProps {
  /** What putting everything back in place would lose. */
  lost: PlanFacts['thrownAway'];
  choice: 'beside' | 'in-place';
  onChoose: (choice: 'beside' | 'in-place') => void;
  hasConsent: boolean;
  onConsent: (hasConsent: boolean) => void;
}

/** What is healthy and newer is not thrown away by itself. */
function Refused({ lost, choice, onChoose, hasConsent, onConsent }: RefusedProps): ReactNode {
  const styles = useStyles();
  const { fast: texts } = useTexts(restoreTexts);
  const { thrownAwayConsent } = useTexts(restoringTexts);
  const consent = <Checkbox label={thrownAwayConsent} checked={hasConsent} onChange={(_, { checked }) => onConsent(checked === true)} />;
  return (
    <>
      <MessageBar intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{texts.refused}</MessageBarTitle> {texts.refusedLead}
          {lost.length > 0 && <ThrownAway differences={lost} />}
        </MessageBarBody>
      </MessageBar>
      <Choices
        label={texts.title}
        choices={[
          { value: 'beside', ...texts.beside },
          { value: 'in-place', ...texts.inPlace, more: consent },
        ]}
        value={choice}
        onChoose={onChoose}
      />
    </>
  );
}
