import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { setupEndTexts } from '../../../../shared/text/index.ts';
import { useApi } from '../../../api/index.ts';
import { Notice } from '../../../components/feedback/index.ts';
import { isKitReady, KitForm } from '../../../components/kit-form/index.ts';
import { useTexts } from '../../../language/index.ts';
import { StepPage } from '../step-page.tsx';
import { useSetup } from '../use-setup.ts';

/** Step 7: the two papers. It cannot be passed by accident; whoever postpones it is told what that means. */
export function KitStep(): ReactNode {
  const { kit: texts } = useTexts(setupEndTexts);
  const { state, change } = useSetup();
  const { data: facts } = useQuery(useApi().kit.state.queryOptions());
  const [isAsked, setAsked] = useState(false);
  const [isPostponed, postpone] = useState(false);
  const isReady = facts !== undefined && isKitReady(facts);
  const next = async (): Promise<boolean> => {
    setAsked(true);
    return await Promise.resolve(isReady || isPostponed);
  };
  return (
    <StepPage
      step="kit"
      title={texts.title}
      lead={texts.lead}
      onNext={next}
      caution={
        isAsked &&
        !isReady &&
        !isPostponed && (
          <Notice intent="error" {...texts.notReady} action={<Button onClick={() => postpone(true)}>{texts.postpone}</Button>} />
        )
      }
    >
      <KitForm onPrinted={(holder) => change({ printed: [...new Set([...(state.draft.printed ?? []), holder])] })} />
    </StepPage>
  );
}
