import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { SETUP_STEPS, type SetupStep } from '../../../shared/model/setup-progress.ts';
import { type SetupState, useSetupState } from '../../api/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { FirstBackupStep } from './first-backup/first-backup-step.tsx';
import { isBegun } from './is-begun.ts';
import { KitStep } from './kit/kit-step.tsx';
import { PharmacyStep } from './pharmacy/pharmacy-step.tsx';
import { StepList } from './step-list.tsx';
import { SetupContext, useSetupKeeper } from './use-setup.ts';
import { Welcome } from './welcome.tsx';
import { WhatStep } from './what/what-step.tsx';
import { WhenStep } from './when/when-step.tsx';
import { WhereStep } from './where/where-step.tsx';
import { WhoStep } from './who/who-step.tsx';
import { YouStep } from './you/you-step.tsx';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '1120px', width: '100%', margin: '0 auto' },
});

const STEPS: Readonly<Record<SetupStep, () => ReactNode>> = {
  pharmacy: PharmacyStep,
  you: YouStep,
  what: WhatStep,
  where: WhereStep,
  when: WhenStep,
  who: WhoStep,
  kit: KitStep,
  'first-backup': FirstBackupStep,
};

/** The guided set-up: a welcome, then eight steps. `step` is what the address names; undefined: the beginning. */
export function SetupScreen({ step }: { step: string | undefined }): ReactNode {
  const query = useSetupState();
  return <QueryView query={query}>{(state) => <Kept state={state} step={step} />}</QueryView>;
}

function Kept({ state, step }: { state: SetupState; step: string | undefined }): ReactNode {
  const styles = useStyles();
  const setup = useSetupKeeper(state);
  const known = SETUP_STEPS.find((one) => one === step);
  // What comes after an end is shown; what came before is changed in the settings.
  if (state.isFinished && known !== 'first-backup') return <Redirect to="/" />;
  const isReached = known !== undefined && SETUP_STEPS.indexOf(known) <= SETUP_STEPS.indexOf(state.reached);
  if (step !== undefined && !isReached) return <Redirect to={isBegun(state) ? `/setup/${state.step}` : '/setup'} />;
  const Step = known === undefined ? Welcome : STEPS[known];
  return (
    <SetupContext value={setup}>
      <div className={styles.screen}>
        {known !== undefined && !state.isFinished && <StepList current={known} reached={state.reached} />}
        <Step />
      </div>
    </SetupContext>
  );
}
