import type { ReactNode } from 'react';
import { recoverTexts } from '../../../shared/text/screens/recover/index.ts';
import { Page } from '../../components/page/index.ts';
import { StepTrail } from '../../components/steps/index.ts';
import { useTexts } from '../../language/index.ts';

const STEPS = ['start', 'from', 'key', 'found', 'takeOver', 'restore'] as const;

export interface StepProps {
  step: (typeof STEPS)[number];
  title: string;
  lead: ReactNode;
  children: ReactNode;
}

/** A page of the recovery, with where one is in it. */
export function Step({ step, title, lead, children }: StepProps): ReactNode {
  const { steps } = useTexts(recoverTexts);
  return (
    <Page title={title} lead={lead}>
      <StepTrail label={steps.label} steps={STEPS.map((name) => steps[name])} current={STEPS.indexOf(step)} />
      {children}
    </Page>
  );
}
