import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useNames, useTexts } from '../../language/index.ts';
import { chosenPoints } from './items.ts';
import { Step } from './step.tsx';
import { TimelineChoice } from './timeline-choice.tsx';
import { useTimeline } from './use-timeline.ts';
import { useWish } from './wish-context.ts';
import { WrongSince } from './wrong-since.tsx';
import { placesOf } from './point-words.ts';

/** Back to when? A moment on the timeline, or for "wrong since some day" a day of the table of values. */
export function WhenStep(): ReactNode {
  const [, navigate] = useLocation();
  const texts = useTexts(restoreTexts);
  const { wish } = useWish();
  const query = useTimeline();
  const waitsFor = useWaitsFor();
  const { reason = 'look' } = wish;
  return (
    <Step step="when" title={texts.when.title} lead={texts.when.lead[reason]}>
      <QueryView query={query} lines={8}>
        {(timeline) => (reason === 'wrong-since' ? <WrongSince /> : <TimelineChoice timeline={timeline} reason={reason} />)}
      </QueryView>
      <StepButtons
        onBack={() => navigate(reason === 'ransomware' ? '/restore/clean-pc' : '/restore')}
        onNext={() => navigate('/restore/what')}
        waitsFor={waitsFor}
      />
    </Step>
  );
}

/** Why it cannot go on: nothing is chosen, or nothing of what is chosen is here. */
function useWaitsFor(): string | undefined {
  const { when: texts } = useTexts(restoreTexts);
  const names = useNames();
  const { wish } = useWish();
  const { data: timeline = [] } = useTimeline();
  if (wish.when === undefined) return texts.mustChoose;
  const points = [...chosenPoints(wish.when, timeline).values()];
  const exact = points.filter(({ point }) => point === wish.when?.point);
  const wanted = exact.length > 0 ? exact : points;
  if (wanted.length === 0 || wanted.some(({ isReachable }) => isReachable)) return undefined;
  return texts.mustPlugIn(
    placesOf(
      wanted.flatMap(({ copies }) => copies),
      names,
    ),
  );
}
