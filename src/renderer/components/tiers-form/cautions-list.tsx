import type { ReactNode } from 'react';
import { minutesWords, tierName, tiersFormTexts } from '../../../shared/text/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { Notice, type NoticeProps } from '../feedback/index.ts';
import type { Caution } from './cautions.ts';

/** Whether something is less than it should be, or only good to know. */
const INTENTS: Readonly<Record<Caution['kind'], NoticeProps['intent']>> = {
  controlled: 'info',
  'under-two-years': 'warning',
  schedule: 'warning',
  profile: 'info',
};

/** What should be known about the promises before they are saved. */
export function CautionsList({ cautions }: { cautions: readonly Caution[] }): ReactNode {
  return cautions.map((caution) => (
    <Notice key={`${caution.kind} ${caution.tier}`} intent={INTENTS[caution.kind]} body={<CautionWords caution={caution} />} />
  ));
}

function CautionWords({ caution }: { caution: Caution }): ReactNode {
  const { cautions: texts } = useTexts(tiersFormTexts);
  const { language } = useVoice();
  const tier = tierName(caution.tier, language);
  switch (caution.kind) {
    case 'controlled':
      return texts.controlled(tier, caution.sources.join(', '));
    case 'under-two-years':
      return texts.underTwoYears(tier);
    case 'schedule':
      return texts.schedule(tier, minutesWords(caution.minutes, language));
    default:
      return texts.profile(tier);
  }
}
