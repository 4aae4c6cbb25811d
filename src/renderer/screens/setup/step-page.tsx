import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { SETUP_STEPS, type SetupStep } from '../../../shared/model/setup-progress.ts';
import { setupFrameTexts } from '../../../shared/text/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { Page } from '../../components/page/index.ts';
import { useTexts } from '../../language/index.ts';
import { useSetup } from './use-setup.ts';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  note: { color: tokens.colorNeutralForeground2, flexGrow: 1, flexBasis: '200px' },
});

export interface StepPageProps {
  step: SetupStep;
  title: string;
  lead: ReactNode;
  /**
   * Stores what the step is about when somebody goes on; false: something has to be looked at first. Left out: there is
   * nothing more to store.
   */
  onNext?: () => Promise<boolean>;
  /** A word of caution beside the buttons. */
  caution?: ReactNode;
  children: ReactNode;
}

/** A step of the set-up with its way back and its way on. */
export function StepPage({ step, title, lead, onNext, caution, children }: StepPageProps): ReactNode {
  const texts = useTexts(setupFrameTexts);
  const styles = useStyles();
  const { goTo } = useSetup();
  const [, navigate] = useLocation();
  const at = SETUP_STEPS.indexOf(step);
  const next = SETUP_STEPS[at + 1];
  const before = SETUP_STEPS[at - 1];
  const going = useMutation({
    mutationFn: async () => {
      const mayGo = (await onNext?.()) ?? true;
      if (mayGo && next !== undefined) await goTo(next);
    },
  });
  return (
    <Page title={title} lead={lead} focusOn={step}>
      {children}
      {caution}
      <FailureMessage error={going.error} />
      <div className={styles.foot}>
        <Button onClick={() => navigate(before === undefined ? '/setup' : `/setup/${before}`)}>{texts.back}</Button>
        {next !== undefined && (
          <Button appearance="primary" disabledFocusable={going.isPending} onClick={() => going.mutate()}>
            {texts.nextTo(texts.step[next])}
          </Button>
        )}
        <Text className={styles.note}>{texts.leave}</Text>
      </div>
    </Page>
  );
}
