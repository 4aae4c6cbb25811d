import { Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { hasOpeningHours } from '../../../shared/model/schedule-minutes.ts';
import { type OpeningHours, type Schedule, type Weekday, WEEKDAYS } from '../../../shared/model/schedule.ts';
import type { Tier } from '../../../shared/model/tier.ts';
import { formTexts, openingHoursTexts, tierName, tiersFormTexts } from '../../../shared/text/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { choiceOf, INTERVALS, isRoundTheClock, scheduleOf, type ScheduleChoice, timesOf, withDay } from './schedules.ts';

const useStyles = makeStyles({
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(72px, 1fr))',
    gap: tokens.spacingHorizontalXXS,
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
});

export interface ScheduleFieldsProps {
  tier: Tier;
  schedule: Schedule;
  hours: OpeningHours;
  onChange: (schedule: Schedule) => void;
}

/** When a tier is backed up: every so often, at closing, or at times of some days. */
export function ScheduleFields({ tier, schedule, hours, onChange }: ScheduleFieldsProps): ReactNode {
  const texts = useTexts(tiersFormTexts);
  const { language } = useVoice();
  const choice = choiceOf(schedule);
  const isAlways = isRoundTheClock(schedule, hours);
  const known = INTERVALS.map(String);
  const intervals = known.includes(choice) || choice === 'closing' || choice === 'times' ? known : [choice, ...known];
  return (
    <>
      <Select
        aria-label={texts.schedule(tierName(tier, language))}
        value={choice}
        onChange={(_event, data) => onChange(scheduleOf(data.value as ScheduleChoice, hours, isAlways))}
      >
        {intervals.map((minutes) => (
          <option key={minutes} value={minutes}>
            {isAlways ? texts.everyAlways(Number(minutes)) : texts.everyWhileOpen(Number(minutes))}
          </option>
        ))}
        <option value="closing">{isAlways ? texts.onceADay : texts.atClosing}</option>
        <option value="times">{texts.atTimes}</option>
      </Select>
      {schedule.kind === 'every' && hasOpeningHours(hours) && (
        <Checkbox
          label={texts.dayAndNight}
          checked={isAlways}
          onChange={(_event, data) => onChange({ ...schedule, during: data.checked === true ? 'always' : 'opening-hours' })}
        />
      )}
      {schedule.kind === 'at' && (
        <>
          <TimesField times={schedule.times} onChange={(times) => onChange({ ...schedule, times })} />
          <DaysField tier={tier} days={schedule.days} onChange={(day, isOn) => onChange(withDay(schedule, day, isOn))} />
        </>
      )}
    </>
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

interface DaysFieldProps {
  tier: Tier;
  /** Undefined: every day. */
  days: readonly Weekday[] | undefined;
  onChange: (day: Weekday, isOn: boolean) => void;
}

function DaysField({ tier, days, onChange }: DaysFieldProps): ReactNode {
  const texts = useTexts(tiersFormTexts);
  const { short, weekdays } = useTexts(openingHoursTexts);
  const { language } = useVoice();
  const styles = useStyles();
  return (
    <fieldset className={styles.days} aria-label={texts.days(tierName(tier, language))}>
      {WEEKDAYS.map((day) => (
        <Checkbox
          key={day}
          label={short[day]}
          aria-label={weekdays[day]}
          checked={days === undefined || days.includes(day)}
          onChange={(_event, data) => onChange(day, data.checked === true)}
        />
      ))}
    </fieldset>
  );
}
