import { Button, Checkbox } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { restoringTexts } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useApi } from '../../api/index.ts';
import { EmptyState, FailureMessage } from '../../components/feedback/index.ts';
import { planFacts, PlanList, type PlannedItem, usePlans } from '../../components/restoring/index.ts';
import { Waiting } from '../../components/query/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useTexts } from '../../language/index.ts';
import { Step } from './step.tsx';
import { useWishedItems } from './use-timeline.ts';

/** The plan, before anything is touched. */
export function PlanStep(): ReactNode {
  const [, navigate] = useLocation();
  const { plan: texts, steps } = useTexts(restoreTexts);
  const wished = useWishedItems();
  return (
    <Step step="plan" title={texts.title} lead={texts.lead}>
      {wished === undefined && <Waiting lines={6} />}
      {wished?.items.length === 0 && (
        <EmptyState
          title={texts.nothing.title}
          body={texts.nothing.about}
          action={<Button onClick={() => navigate('/restore')}>{steps.happened}</Button>}
        />
      )}
      {wished && wished.items.length > 0 && <Plan items={wished.items} />}
    </Step>
  );
}

function Plan({ items }: { items: readonly PlannedItem[] }): ReactNode {
  const [, navigate] = useLocation();
  const { plan: texts } = useTexts(restoreTexts);
  const { thrownAwayConsent } = useTexts(restoringTexts);
  const plans = usePlans(items);
  const [hasConsent, setConsent] = useState(false);
  const start = useMutation(
    useApi().restore.start.mutationOptions({ onSuccess: ({ run }) => navigate(`/restore/run/${run}`, { replace: true }) }),
  );
  const obstacles = obstaclesOf(items, plans);
  return (
    <>
      <PlanList items={items} plans={plans} />
      {obstacles.throwsAway && (
        <Checkbox label={thrownAwayConsent} checked={hasConsent} onChange={(_, { checked }) => setConsent(checked === true)} />
      )}
      <FailureMessage error={start.error} />
      <StepButtons
        onBack={() => navigate('/restore/where')}
        onNext={() => start.mutate({ items: items.map(({ item }) => item) })}
        next={texts.start}
        waitsFor={whyNot(obstacles, hasConsent, texts)}
        isBusy={start.isPending}
      />
    </>
  );
}

type Obstacles = ReturnType<typeof obstaclesOf>;

/** Why it cannot be started yet; undefined: it can. */
function whyNot(obstacles: Obstacles, hasConsent: boolean, texts: ReturnType<typeof restoreTexts>['plan']): string | undefined {
  if (obstacles.hasFailed) return texts.mustLook;
  if (obstacles.isLooking) return texts.wait;
  if (obstacles.isInUse) return texts.mustClose;
  if (obstacles.lacksRoom) return texts.mustHaveRoom;
  return obstacles.throwsAway && !hasConsent ? texts.mustConsent : undefined;
}

/** What keeps a restore from being started. */
function obstaclesOf(items: readonly PlannedItem[], plans: ReturnType<typeof usePlans>) {
  const facts = items.flatMap(({ item }, at) => {
    const plan = plans[at]?.data;
    return plan ? [{ ...planFacts(plan), isInPlace: item.to.way === 'in-place' }] : [];
  });
  return {
    hasFailed: plans.some(({ isError }) => isError),
    isLooking: facts.length < items.length,
    isInUse: facts.some(({ isInPlace, isInUse }) => isInPlace && isInUse),
    lacksRoom: facts.some((one) => one.lacksRoom),
    throwsAway: facts.some(({ isInPlace, isHealthy, thrownAway }) => isInPlace && isHealthy && thrownAway.length > 0),
  };
}
