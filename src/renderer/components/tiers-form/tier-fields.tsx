import { Body1, Caption1, Field, Input, makeStyles, Select, Subtitle2, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { OpeningHours } from '../../../shared/model/schedule.ts';
import type { Tier, TierPolicy } from '../../../shared/model/tier.ts';
import { formTexts, minutesWords, retentionText, scheduleText, tierName, tiersFormTexts } from '../../../shared/text/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { choiceOf, INTERVALS, scheduleOf, type ScheduleChoice, timesOf, withSchedule } from './schedules.ts';

const useStyles = makeStyles({
  tiers: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: tokens.spacingHorizontalL },
  tier: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface TierFieldsProps {
  value: readonly TierPolicy[];
  hours: OpeningHours;
  /** How many sources each tier has; left out: not said. */
  counts?: Readonly<Record<Tier, number>>;
  onChange: (tiers: TierPolicy[]) => void;
}

/** When each tier is backed up, what that promises and what is kept. */
export function TierFields({ value, hours, counts, onChange }: TierFieldsProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.tiers}>
      {value.map((policy) => (
        <TierCard
          key={policy.tier}
          policy={policy}
          hours={hours}
          isEmpty={counts?.[policy.tier] === 0}
          onChange={(changed) => onChange(value.map((one) => (one.tier === changed.tier ? changed : one)))}
        />
      ))}
    </div>
  );
}

interface TierCardProps {
  policy: TierPolicy;
  hours: OpeningHours;
  isEmpty: boolean;
  onChange: (policy: TierPolicy) => void;
}

function TierCard({ policy, hours, isEmpty, onChange }: TierCardProps): ReactNode {
  const texts = useTexts(tiersFormTexts);
  const { language } = useVoice();
  const styles = useStyles();
  const { tier, schedule, retention, rpoMinutes, proofEveryDays } = policy;
  const name = tierName(tier, language);
  const when = scheduleText(schedule, language);
  const choice = choiceOf(schedule);
  const known = INTERVALS.map(String);
  return (
    <section className={styles.tier}>
      <Subtitle2 as="h3" className={styles.title}>
        {name}
      </Subtitle2>
      <Body1 className={styles.quiet}>{texts.about[tier]}</Body1>
      {isEmpty && <Body1 className={styles.quiet}>{texts.nothingInIt}</Body1>}
      <Select
        aria-label={texts.schedule(name)}
        value={choice}
        onChange={(_event, data) => onChange(withSchedule(policy, scheduleOf(data.value as ScheduleChoice, hours), hours))}
      >
        {(known.includes(choice) || choice === 'closing' || choice === 'times' ? known : [choice, ...known]).map((minutes) => (
          <option key={minutes} value={minutes}>
            {texts.everyWhileOpen(Number(minutes))}
          </option>
        ))}
        <option value="closing">{texts.atClosing}</option>
        <option value="times">{texts.atTimes}</option>
      </Select>
      {schedule.kind === 'at' && (
        <TimesField times={schedule.times} onChange={(times) => onChange(withSchedule(policy, { ...schedule, times }, hours))} />
      )}
      <Caption1 className={styles.quiet}>{`${when.charAt(0).toUpperCase()}${when.slice(1)}.`}</Caption1>
      <Body1>{texts.lose(minutesWords(rpoMinutes, language))}</Body1>
      <Caption1 className={styles.quiet}>
        {texts.proof(proofEveryDays)} {retentionText(retention, language)}
      </Caption1>
    </section>
  );
}

function TimesField({ times, onChange }: { times: readonly string[]; onChange: (times: string[]) => void }): ReactNode {
  const texts = useTexts(tiersFormTexts);
  const { problems } = useTexts(formTexts);
  const [text, setText] = useState(times.join(', '));
  const isWrong = timesOf(text) === undefined;
  return (
    <Field label={texts.times} hint={texts.timesHint} validationMessage={isWrong ? problems.invalid : null}>
      <Input
        value={text}
        onChange={(_event, data) => {
          setText(data.value);
          const read = timesOf(data.value);
          if (read !== undefined) onChange(read);
        }}
      />
    </Field>
  );
}
