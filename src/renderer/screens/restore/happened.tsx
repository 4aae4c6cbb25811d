import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useApi } from '../../api/index.ts';
import { Choices } from '../../components/choices/index.ts';
import { EmptyState } from '../../components/feedback/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useTexts } from '../../language/index.ts';
import { PastRestores } from './past-restores.tsx';
import { Step } from './step.tsx';
import { useTimeline } from './use-timeline.ts';
import { REASONS, type RestoreReason } from './wish.ts';
import { useWish } from './wish-context.ts';

const useStyles = makeStyles({
  fast: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  words: { flexBasis: '320px', flexGrow: 1, minWidth: 0 },
  title: { margin: 0 },
});

/** The first page: the fast lane, and what happened. */
export function Happened(): ReactNode {
  const texts = useTexts(restoreTexts);
  const query = useTimeline();
  return (
    <Step step="happened" title={texts.happened.title} lead={texts.happened.lead}>
      <QueryView query={query} lines={8}>
        {(timeline) => (timeline.length === 0 ? <NoPoints /> : <Ways />)}
      </QueryView>
    </Step>
  );
}

function NoPoints(): ReactNode {
  const [, navigate] = useLocation();
  const { noPoints } = useTexts(restoreTexts);
  const { data } = useQuery(useApi().recovery.state.queryOptions());
  const where = data?.isPossible === true ? '/recover' : '/';
  return (
    <EmptyState
      title={noPoints.title}
      body={noPoints.about}
      action={<Button onClick={() => navigate(where)}>{where === '/' ? noPoints.setUp : noPoints.recover}</Button>}
    />
  );
}

function Ways(): ReactNode {
  return (
    <>
      <FastEntry />
      <Reasons />
      <PastRestores />
    </>
  );
}

function FastEntry(): ReactNode {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { entry } = useTexts(restoreTexts).fast;
  return (
    <section className={styles.fast} aria-label={entry.title}>
      <div className={styles.words}>
        <Subtitle2 as="h2" className={styles.title}>
          {entry.title}
        </Subtitle2>
        <Text as="p" block className={styles.title}>
          {entry.about}
        </Text>
      </div>
      <Button onClick={() => navigate('/restore/fast')}>{entry.go}</Button>
    </section>
  );
}

function Reasons(): ReactNode {
  const [, navigate] = useLocation();
  const { wish, say } = useWish();
  const { happened } = useTexts(restoreTexts);
  const { data: recovery } = useQuery(useApi().recovery.state.queryOptions());
  const [reason, setReason] = useState<RestoreReason | undefined>(wish.reason);
  const go = (): void => {
    if (reason === 'new-computer' && recovery?.isPossible === true) navigate('/recover');
    else {
      if (reason !== wish.reason) say({ reason });
      navigate(reason === 'ransomware' ? '/restore/clean-pc' : '/restore/when');
    }
  };
  const choices = REASONS.map((value) => ({ value, ...happened.reasons[value] }));
  return (
    <>
      <Choices label={happened.title} choices={choices} value={reason} onChoose={setReason} />
      <StepButtons onNext={go} waitsFor={reason === undefined ? happened.choose : undefined} />
    </>
  );
}
