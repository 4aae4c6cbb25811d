import { Body1, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OpeningHours } from '../../../shared/model/schedule.ts';
import type { TierPolicy } from '../../../shared/model/tier.ts';
import { minutesWords, retentionText, scheduleText, tierName, tiersFormTexts } from '../../../shared/text/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { framed } from '../page/index.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import { withSchedule } from './schedules.ts';

const useStyles = makeStyles({
  tier: { ...framed, gap: tokens.spacingVerticalS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface TierCardProps {
  policy: TierPolicy;
  hours: OpeningHours;
  isEmpty: boolean;
  onChange: (policy: TierPolicy) => void;
}

/** One tier: when it is backed up, and what that promises and keeps, in words. */
export function TierCard({ policy, hours, isEmpty, onChange }: TierCardProps): ReactNode {
  const texts = useTexts(tiersFormTexts);
  const { language } = useVoice();
  const styles = useStyles();
  const { tier, schedule, retention, rpoMinutes, proofEveryDays } = policy;
  const when = scheduleText(schedule, language);
  return (
    <section className={styles.tier}>
      <Subtitle2 as="h3" className={styles.title}>
        {tierName(tier, language)}
      </Subtitle2>
      <Body1 className={styles.quiet}>{texts.about[tier]}</Body1>
      {isEmpty && <Body1 className={styles.quiet}>{texts.nothingInIt}</Body1>}
      <ScheduleFields
        tier={tier}
        schedule={schedule}
        hours={hours}
        onChange={(changed) => onChange(withSchedule(policy, changed, hours))}
      />
      <Caption1 className={styles.quiet}>{`${when.charAt(0).toUpperCase()}${when.slice(1)}.`}</Caption1>
      <Body1>{texts.lose(minutesWords(rpoMinutes, language))}</Body1>
      <Caption1 className={styles.quiet}>
        {texts.proof(proofEveryDays)} {retentionText(retention, language)}
      </Caption1>
    </section>
  );
}
