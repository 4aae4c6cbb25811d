import { Button, Checkbox, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import type { OpeningHours, Weekday } from '../../../shared/model/schedule.ts';
import { openingHoursTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { addBreak, isInOrder, removeBreak, setOpen, setTime, type Span } from './change-hours.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '36px' },
  day: { flexBasis: '150px', flexShrink: 0 },
  spans: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, fontVariantNumeric: 'tabular-nums' },
  time: { width: '140px' },
  closed: { color: tokens.colorNeutralForeground2 },
  problem: { color: tokens.colorStatusDangerForeground1, width: '100%' },
});

/** A break makes two spans of a day. */
const PARTS_OF_DAY = ['before', 'after'] as const;

export interface DayRowProps {
  day: Weekday;
  hours: OpeningHours;
  onChange: (hours: OpeningHours) => void;
}

/** One day: whether it is open, from when to when, and its break. */
export function DayRow({ day, hours, onChange }: DayRowProps): ReactNode {
  const texts = useTexts(openingHoursTexts);
  const styles = useStyles();
  const spans = hours[day] ?? [];
  const isOpen = spans.length > 0;
  return (
    <div className={styles.row}>
      <div className={styles.day}>
        <Checkbox
          label={texts.weekdays[day]}
          checked={isOpen}
          onChange={(_event, data) => onChange(setOpen(hours, day, data.checked === true))}
        />
      </div>
      {!isOpen && <Text className={styles.closed}>{texts.closed}</Text>}
      {isOpen && (
        <div className={styles.spans}>
          <Spans day={day} spans={spans} onChange={(at, change) => onChange(setTime(hours, day, at, change))} />
          <Button
            appearance="subtle"
            size="small"
            aria-label={`${texts.weekdays[day]}: ${spans.length === 1 ? texts.addBreak : texts.removeBreak}`}
            onClick={() => onChange(spans.length === 1 ? addBreak(hours, day) : removeBreak(hours, day))}
          >
            {spans.length === 1 ? texts.addBreak : texts.removeBreak}
          </Button>
        </div>
      )}
      {!isInOrder(spans) && (
        <Text role="alert" className={styles.problem}>
          {texts.endBeforeStart}
        </Text>
      )}
    </div>
  );
}

function Spans({ day, spans, onChange }: { day: Weekday; spans: readonly Span[]; onChange: (at: number, change: Partial<Span>) => void }) {
  const texts = useTexts(openingHoursTexts);
  const styles = useStyles();
  const name = texts.weekdays[day];
  return spans.map(({ from, to }, at) => (
    <Fragment key={PARTS_OF_DAY[at]}>
      {at > 0 && <span aria-hidden>·</span>}
      <Input
        type="time"
        className={styles.time}
        aria-label={texts.from(name)}
        value={from}
        onChange={(_event, data) => onChange(at, { from: data.value })}
      />
      <span aria-hidden>{texts.until}</span>
      <Input
        type="time"
        className={styles.time}
        aria-label={texts.to(name)}
        value={to}
        onChange={(_event, data) => onChange(at, { to: data.value })}
      />
    </Fragment>
  ));
}
