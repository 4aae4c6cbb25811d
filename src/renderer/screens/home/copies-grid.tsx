import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Coverage } from '../../../shared/model/protection.ts';
import { ageWords, dayWords, markText, nearMomentWords, tierName } from '../../../shared/text/index.ts';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { useApi } from '../../api/index.ts';
import { EmptyState } from '../../components/feedback/index.ts';
import { type Mark, StateIcon } from '../../components/marks/index.ts';
import { Section } from '../../components/page/index.ts';
import { type Column, DataTable } from '../../components/table/index.ts';
import { useNames, useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';
import { type CopyCell, copiesOf, type PlaceColumn, type SourceRow } from './copies-of.ts';

const MARKS: Readonly<Record<Coverage['mark'], Mark>> = {
  fine: 'good',
  away: 'away',
  failing: 'bad',
  never: 'none',
  'first-upload': 'working',
  behind: 'warning',
};

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

/** Every source at every place: how new, whether proven, and what is the matter. */
export function CopiesGrid({ coverage }: { coverage: readonly Coverage[] }): ReactNode {
  const { copies } = useTexts(homeTexts);
  const names = useNames();
  const { data: places = [] } = useQuery(useApi().destinations.list.queryOptions());
  const { columns, rows } = copiesOf(coverage, places);
  if (rows.length === 0) return <EmptyState title={copies.title} body={copies.empty} />;
  const sources: Column<SourceRow> = {
    id: 'source',
    title: copies.source,
    isRowHeader: true,
    cell: sourceCell,
  };
  return (
    <Section title={copies.title}>
      <DataTable
        caption={copies.title}
        rows={rows}
        keyOf={({ source }) => source}
        columns={[
          sources,
          ...columns.map(
            (column): Column<SourceRow> => ({
              id: column.key,
              title: placeTitle(column),
              cell: copyCell(column),
            }),
          ),
        ]}
      />
    </Section>
  );

  function placeTitle({ destination, disk, site }: PlaceColumn): string {
    const name = names.placeName(destination, disk) ?? destination;
    if (site === undefined) return name;
    return `${name} (${site === 'on-site' ? copies.onSite : copies.offSite})`;
  }
}

function sourceCell(row: SourceRow): ReactNode {
  return <SourceName row={row} />;
}

function copyCell({ key }: PlaceColumn): (row: SourceRow) => ReactNode {
  return ({ cells }) => <Copy cell={cells.get(key)} />;
}

function SourceName({ row: { source, tier } }: { row: SourceRow }): ReactNode {
  const styles = useStyles();
  const { language, sourceName } = useNames();
  return (
    <div className={styles.stack}>
      <span>{sourceName(source) ?? source}</span>
      <Caption1 className={styles.quiet}>{tierName(tier, language)}</Caption1>
    </div>
  );
}

function Copy({ cell }: { cell: CopyCell | undefined }): ReactNode {
  const { copies } = useTexts(homeTexts);
  const styles = useStyles();
  const { language, timeZone } = useVoice();
  const now = useNow();
  if (cell === undefined) return undefined;
  const { mark, newest, newestProven, lockedUntil } = cell;
  const moment = (at: string): string => `${nearMomentWords(at, now, language, timeZone)}, ${copies.ago(ageWords(at, now, language))}`;
  return (
    <div className={styles.stack}>
      <span>
        <StateIcon mark={MARKS[mark]} /> {markText(mark, language)}
      </span>
      {newestProven !== undefined && <span>{copies.proven(moment(newestProven))}</span>}
      {newest !== undefined && newestProven === undefined && <span>{copies.notProven}</span>}
      {newest !== undefined && newest !== newestProven && <Caption1 className={styles.quiet}>{copies.newest(moment(newest))}</Caption1>}
      {lockedUntil !== undefined && (
        <Caption1 className={styles.quiet}>{copies.lockedUntil(dayWords(lockedUntil, language, timeZone))}</Caption1>
      )}
    </div>
  );
}
