import { makeStyles, Radio, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { PointCopy } from '../../../shared/model/timeline.ts';
import { momentWords } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useRowChoice } from '../../components/choices/index.ts';
import { StateIcon } from '../../components/marks/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useNames, useTexts } from '../../language/index.ts';
import { isGood, type Moment, suspicionsOf } from '../../components/restore-points/index.ts';
import { placesOf } from './point-words.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  line: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface MomentTableProps {
  moments: readonly Moment[];
  /** Time of the chosen one. */
  chosen: string | undefined;
  suggested: string | undefined;
  onChoose: (moment: Moment) => void;
}

/** Moments to go back to: whether one can rely on each, and where it lies. */
export function MomentTable({ moments, chosen, suggested, onChoose }: MomentTableProps): ReactNode {
  const texts = useTexts(restoreTexts).when;
  const { sourceName, language, timeZone } = useNames();
  const rowChoice = useRowChoice();
  const group = useId();
  return (
    <DataTable
      caption={texts.table}
      isForm
      rows={moments}
      keyOf={({ time, points }) => time + (points[0]?.source ?? '')}
      columns={[
        {
          id: 'moment',
          title: texts.moment,
          isRowHeader: true,
          cell: (moment) => (
            <Radio
              className={rowChoice}
              name={group}
              value={moment.time}
              checked={moment.time === chosen}
              onChange={() => onChoose(moment)}
              label={momentWords(moment.time, language, timeZone)}
            />
          ),
        },
        { id: 'what', title: texts.sources, cell: ({ points }) => points.map(({ source }) => sourceName(source) ?? source).join(', ') },
        { id: 'state', title: texts.state, cell: (moment) => <MomentState moment={moment} isSuggested={moment.time === suggested} /> },
        { id: 'reach', title: texts.reach, cell: (moment) => <Reach copies={moment.points.flatMap(({ copies }) => copies)} /> },
      ]}
    />
  );
}

function MomentState({ moment, isSuggested }: { moment: Moment; isSuggested: boolean }): ReactNode {
  const styles = useStyles();
  const texts = useTexts(restoreTexts).when;
  const suspicions = suspicionsOf(moment);
  const isProven = moment.points.every((point) => point.isProven);
  return (
    <div className={styles.lines}>
      {suspicions.map((suspicion) => (
        <span key={suspicion} className={styles.line}>
          <StateIcon mark="warning" />
          <span>
            {texts.suspicious[suspicion]} ({texts.neverSuggested})
          </span>
        </span>
      ))}
      {suspicions.length === 0 && (
        <span className={styles.line}>
          <StateIcon mark={isProven ? 'good' : 'none'} />
          <span>
            {isProven ? texts.proven : texts.notProven}
            {isSuggested && moment.points.every(isGood) && ` · ${texts.suggested}`}
          </span>
        </span>
      )}
      {moment.points.some(({ isConsistent }) => !isConsistent) && <span className={styles.quiet}>{texts.notConsistent}</span>}
      {moment.points.some(({ kept }) => kept !== undefined) && <span className={styles.quiet}>{texts.kept}</span>}
    </div>
  );
}

function Reach({ copies }: { copies: readonly PointCopy[] }): ReactNode {
  const styles = useStyles();
  const names = useNames();
  const texts = useTexts(restoreTexts).when;
  const here = copies.filter(({ isReachable }) => isReachable);
  const away = copies.filter(({ isReachable }) => !isReachable);
  if (here.length > 0) return texts.here(placesOf(here, names));
  return (
    <span className={styles.line}>
      <StateIcon mark="away" />
      <span>{texts.plugIn(placesOf(away, names))}</span>
    </span>
  );
}
