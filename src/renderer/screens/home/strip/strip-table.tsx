import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RunDay } from '../../../../shared/model/run-days.ts';
import { calendarDayWords, tierName } from '../../../../shared/text/index.ts';
import { homeTexts } from '../../../../shared/text/screens/home/index.ts';
import { type Column, DataTable } from '../../../components/table/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { barWords } from './bar-words.ts';
import type { Strip, StripLane } from './strip-of.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalXS} 0`, color: tokens.colorBrandForegroundLink },
});

/** The picture's numbers as a table, newest day first. */
export function StripTable({ strip }: { strip: Strip }): ReactNode {
  const styles = useStyles();
  const { strip: texts } = useTexts(homeTexts);
  const { language } = useVoice();
  const day: Column<RunDay> = { id: 'day', title: texts.day, isRowHeader: true, cell: dayCell };
  const lanes = strip.lanes.map(
    (lane): Column<RunDay> => ({
      id: lane,
      title: lane === 'other' ? texts.other : tierName(lane, language),
      cell: (one) => wordsOf(one, lane),
    }),
  );
  return (
    <details>
      <summary className={styles.summary}>{texts.table}</summary>
      <DataTable caption={texts.title} rows={strip.days.toReversed()} keyOf={({ date }) => date} columns={[day, ...lanes]} />
    </details>
  );

  function wordsOf(one: RunDay, lane: StripLane): string {
    const bar = strip.bars.find((found) => found.day === one && found.lane === lane);
    if (bar) return barWords(bar, texts);
    return one.isPartial === true ? texts.partial : texts.none;
  }
}

function dayCell(day: RunDay): ReactNode {
  return <DayName day={day} />;
}

function DayName({ day: { date, isOpen } }: { day: RunDay }): ReactNode {
  const { strip } = useTexts(homeTexts);
  const { language } = useVoice();
  const styles = useStyles();
  return (
    <>
      <Link href={`#/runs/day/${date}`}>{calendarDayWords(date, language)}</Link>
      {!isOpen && <span className={styles.quiet}> ({strip.closed})</span>}
    </>
  );
}
