import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type OpeningHours, type Weekday, WEEKDAYS } from '../../../shared/model/schedule.ts';
import { minuteOfDay, minutesOf } from '../../../shared/model/schedule-minutes.ts';
import type { TierPolicy } from '../../../shared/model/tier.ts';
import { openingHoursTexts, tierName, tiersFormTexts } from '../../../shared/text/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { DataTable } from '../table/index.ts';

const useStyles = makeStyles({
  strip: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0 },
  day: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { width: '3.5em', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  line: { flexGrow: 1, minWidth: 0, height: '26px', display: 'block' },
  hours: {
    display: 'flex',
    justifyContent: 'space-between',
    marginLeft: 'calc(3.5em + 8px)',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  ground: { fill: tokens.colorNeutralBackground3, '@media (forced-colors: active)': { fill: 'Canvas' } },
  open: {
    fill: tokens.colorBrandBackground2,
    stroke: tokens.colorBrandStroke2,
    strokeWidth: 0.5,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  mark: { fill: tokens.colorBrandForeground1, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    alignItems: 'center',
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

const DAY = 24 * 60;
const HEIGHT = 26;
/** Heights of the three tiers' marks: the one that matters most is the tallest, so that they are told apart without colour. */
const MARK_HEIGHTS = { critical: 22, important: 14, standard: 7 } as const;

export interface WeekStripProps {
  tiers: readonly TierPolicy[];
  hours: OpeningHours;
}

/** The pharmacy's week: when it is open, and when each tier is backed up. A table says the same. */
export function WeekStrip({ tiers, hours }: WeekStripProps): ReactNode {
  const { week } = useTexts(tiersFormTexts);
  const { short } = useTexts(openingHoursTexts);
  const styles = useStyles();
  return (
    <>
      <figure className={styles.strip} aria-hidden>
        <Legend tiers={tiers} />
        {WEEKDAYS.map((day) => (
          <div key={day} className={styles.day}>
            <span className={styles.name}>{short[day]}</span>
            <DayLine day={day} tiers={tiers} hours={hours} />
          </div>
        ))}
        <div className={styles.hours}>
          {['0:00', '6:00', '12:00', '18:00', '24:00'].map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </div>
      </figure>
      <details>
        <summary>{week.table}</summary>
        <WeekTable tiers={tiers} hours={hours} />
      </details>
    </>
  );
}

function DayLine({ day, tiers, hours }: WeekStripProps & { day: Weekday }): ReactNode {
  const styles = useStyles();
  return (
    <svg className={styles.line} viewBox={`0 0 ${DAY} ${HEIGHT}`} preserveAspectRatio="none">
      <rect x="0" y="0" width={DAY} height={HEIGHT} className={styles.ground} />
      {(hours[day] ?? []).map(({ from, to }) => (
        <rect
          key={from}
          x={minuteOfDay(from)}
          y="0"
          width={Math.max(0, minuteOfDay(to) - minuteOfDay(from))}
          height={HEIGHT}
          className={styles.open}
        />
      ))}
      {tiers.flatMap(({ tier, schedule }) =>
        minutesOf(schedule, hours, day).map((minute) => (
          <rect
            key={`${tier} ${minute}`}
            x={Math.min(DAY - 6, Math.max(0, minute - 3))}
            y={HEIGHT - MARK_HEIGHTS[tier]}
            width="6"
            height={MARK_HEIGHTS[tier]}
            className={styles.mark}
          />
        )),
      )}
    </svg>
  );
}

function Legend({ tiers }: { tiers: readonly TierPolicy[] }): ReactNode {
  const { week } = useTexts(tiersFormTexts);
  const { language } = useVoice();
  const styles = useStyles();
  return (
    <div className={styles.legend}>
      <span className={styles.key}>
        <svg width="20" height="22">
          <rect x="1" y="1" width="18" height="20" className={styles.open} />
        </svg>
        {week.open}
      </span>
      {tiers.map(({ tier }) => (
        <span key={tier} className={styles.key}>
          <svg width="6" height="22">
            <rect x="1" y={22 - MARK_HEIGHTS[tier]} width="4" height={MARK_HEIGHTS[tier]} className={styles.mark} />
          </svg>
          {tierName(tier, language)}
        </span>
      ))}
    </div>
  );
}

/** How many backups of each tier a day has. */
function WeekTable({ tiers, hours }: WeekStripProps): ReactNode {
  const { week } = useTexts(tiersFormTexts);
  const { weekdays } = useTexts(openingHoursTexts);
  const { language } = useVoice();
  const words = (day: Weekday, { schedule }: TierPolicy): string => {
    const count = new Set(minutesOf(schedule, hours, day)).size;
    return count === 0 ? week.none : week.runs(count);
  };
  return (
    <DataTable
      caption={week.title}
      rows={WEEKDAYS}
      keyOf={(day) => day}
      columns={[
        { id: 'day', title: week.day, cell: (day) => weekdays[day], isRowHeader: true },
        ...tiers.map((policy) => ({ id: policy.tier, title: tierName(policy.tier, language), cell: (day: Weekday) => words(day, policy) })),
      ]}
    />
  );
}
