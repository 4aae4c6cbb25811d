import { Body1, Button, makeStyles, Radio, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import type { WitnessCell, WitnessDay, WitnessDays } from '../../../shared/model/witness-days.ts';
import { witnessSubject, witnessValue } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useRowChoice } from '../../components/choices/index.ts';
import { StateIcon } from '../../components/marks/index.ts';
import { type Column, DataTable } from '../../components/table/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { calendarDay } from './calendar-day.ts';

/** Columns and days shown at first. */
const FEW_COLUMNS = 4;
const FEW_DAYS = 14;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  mark: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

export interface DaysTableProps {
  caption: string;
  found: WitnessDays;
  /** Id of the chosen restore point. */
  chosen: string | undefined;
  onChoose: (point: TimelinePoint) => void;
}

/** A row for each day, a column for each value; what fell or stood still is marked. */
export function DaysTable({ caption, found, chosen, onChoose }: DaysTableProps): ReactNode {
  const styles = useStyles();
  const { days: texts } = useTexts(restoreTexts);
  const { language } = useVoice();
  const group = useId();
  const [isWide, setWide] = useState(false);
  const [shown, setShown] = useState(FEW_DAYS);
  const subjects = isWide ? found.subjects : found.subjects.slice(0, FEW_COLUMNS);
  const columns: Column<WitnessDay>[] = [
    {
      id: 'day',
      title: texts.day,
      isRowHeader: true,
      cell: (day) => <DayChoice group={group} day={day} chosen={chosen} onChoose={onChoose} />,
    },
    ...subjects.map((subject) => ({
      id: subject,
      title: witnessSubject(subject, language),
      isNumber: true,
      cell: (day: WitnessDay) => <Value cell={day.values.find((value) => value.subject === subject)} />,
    })),
    { id: 'points', title: texts.points, isNumber: true, cell: ({ points }) => texts.pointCount(points.length) },
  ];
  return (
    <>
      <DataTable caption={caption} isForm columns={columns} rows={found.days.slice(0, shown)} keyOf={({ date }) => date} />
      <div className={styles.buttons}>
        {found.days.length > shown && <Button onClick={() => setShown(shown + FEW_DAYS)}>{texts.earlier}</Button>}
        {found.subjects.length > FEW_COLUMNS && (
          <Button onClick={() => setWide(!isWide)}>{isWide ? texts.fewColumns : texts.allColumns}</Button>
        )}
      </div>
      {found.hasOlder === true && found.days.length <= shown && <Body1>{texts.older}</Body1>}
    </>
  );
}

interface DayChoiceProps {
  /** Name that all choices of the table share. */
  group: string;
  day: WitnessDay;
  chosen: string | undefined;
  onChoose: (point: TimelinePoint) => void;
}

function DayChoice({ group, day: { date, isOpen, points }, chosen, onChoose }: DayChoiceProps): ReactNode {
  const styles = useStyles();
  const rowChoice = useRowChoice();
  const { days: texts } = useTexts(restoreTexts);
  const { language } = useVoice();
  const [last] = points;
  const words = calendarDay(date, language);
  if (last === undefined) return words;
  return (
    <Radio
      className={rowChoice}
      name={group}
      value={last.point}
      checked={points.some(({ point }) => point === chosen)}
      onChange={() => onChoose(last)}
      label={
        <>
          {words}
          {!isOpen && <span className={styles.quiet}> ({texts.closed})</span>}
        </>
      }
    />
  );
}

function Value({ cell }: { cell: WitnessCell | undefined }): ReactNode {
  const styles = useStyles();
  const { days: texts } = useTexts(restoreTexts);
  const voice = useVoice();
  if (cell === undefined) return undefined;
  return (
    <>
      {witnessValue(cell, voice)}
      {cell.mark && (
        <span className={styles.mark}>
          <StateIcon mark={cell.mark === 'fell' ? 'bad' : 'warning'} /> {cell.mark === 'fell' ? texts.fell : texts.stoodStill}
        </span>
      )}
    </>
  );
}
