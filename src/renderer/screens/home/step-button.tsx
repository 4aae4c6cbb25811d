import { Button, makeStyles } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { type OwnerApi, useApi } from '../../api/index.ts';
import { FailureMessage } from '../../components/feedback/index.ts';
import { LinkButton } from '../../components/link/index.ts';
import { useTexts } from '../../language/index.ts';
import type { NextStep, StepAction } from './next-step.ts';

const useStyles = makeStyles({ failure: { flexBasis: '100%' } });

type Deed = Exclude<StepAction, { do: 'go' }>;

/** Does the one step that a reason asks for, or leads to where it is done. */
export function StepButton({ step, describedBy }: { step: NextStep; describedBy: string }): ReactNode {
  const { steps } = useTexts(homeTexts);
  const { action, label } = step;
  if (action.do !== 'go') return <DeedButton deed={action} label={steps[label]} describedBy={describedBy} />;
  return (
    <LinkButton to={action.to} aria-describedby={describedBy}>
      {steps[label]}
    </LinkButton>
  );
}

function DeedButton({ deed, label, describedBy }: { deed: Deed; label: string; describedBy: string }): ReactNode {
  const styles = useStyles();
  const api = useApi();
  const { started } = useTexts(homeTexts);
  const [, navigate] = useLocation();
  const work = useMutation({
    mutationFn: async () => await carryOut(api, deed),
    onSuccess: (address) => {
      if (address !== undefined) navigate(address);
    },
  });
  const isStarted = work.isSuccess && (deed.do === 'back-up' || deed.do === 'prove');
  return (
    <>
      {isStarted && <output>{started}</output>}
      <Button aria-describedby={describedBy} disabledFocusable={work.isPending} onClick={() => work.mutate()}>
        {label}
      </Button>
      {work.error !== null && (
        <div className={styles.failure}>
          <FailureMessage error={work.error} />
        </div>
      )}
    </>
  );
}

/** Does it; gives the address of what there is to see then. */
async function carryOut(api: OwnerApi, deed: Deed): Promise<string | undefined> {
  switch (deed.do) {
    case 'back-up':
      await api.runs.start.call(deed.sources.length === 0 ? {} : { sources: [...deed.sources] });
      return undefined;
    case 'prove':
      await api.runs.prove.call(deed.sources.length === 0 ? {} : { sources: [...deed.sources] });
      return undefined;
    case 'resume':
      await api.status.resume.call();
      return undefined;
    case 'accept':
      for (const one of deed.what) await api.status.accept.call(one);
      return undefined;
    default: {
      const { run } = await api.runs.lastFailed.call({ kinds: deed.kinds, ...deed.about });
      return run === undefined ? '/runs' : `/runs/${run}`;
    }
  }
}
