import type { ReactNode } from 'react';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { Page } from '../../components/page/index.ts';
import { StepTrail } from '../../components/steps/index.ts';
import { useTexts } from '../../language/index.ts';

const STEPS = ['happened', 'when', 'what', 'where', 'plan'] as const;
export type StepName = (typeof STEPS)[number];

export interface StepProps {
  step: StepName;
  title: string;
  lead: ReactNode;
  children: ReactNode;
}

/** A page of the wizard, with where one is in it. */
export function Step({ step, title, lead, children }: StepProps): ReactNode {
  const { steps } = useTexts(restoreTexts);
  return (
    <Page title={title} lead={lead}>
      <StepTrail label={steps.label} steps={STEPS.map((name) => steps[name])} current={STEPS.indexOf(step)} />
      {children}
    </Page>
  );
}
