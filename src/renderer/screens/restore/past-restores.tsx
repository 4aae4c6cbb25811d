import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RestoreReport } from '../../../shared/model/restore.ts';
import { momentWords, restoringTexts } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useApi } from '../../api/index.ts';
import { Section } from '../../components/page/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { UndoRestore } from '../../components/restoring/index.ts';
import { useNames, useTexts } from '../../language/index.ts';

/** Restores that a person may still want to look at. */
const MOST = 10;

/** What was restored before, with the way back; nothing before the first one. */
export function PastRestores(): ReactNode {
  const names = useNames();
  const { past } = useTexts(restoreTexts);
  const { report: words } = useTexts(restoringTexts);
  const { data: reports = [] } = useQuery(useApi().restore.reports.queryOptions());
  const when = (at: string): string => momentWords(at, names.language, names.timeZone);
  const howCell = ({ way, parts, isUnfinished }: RestoreReport): string =>
    isUnfinished === true ? past.unfinished : words.place[way](parts[0]?.place ?? '');
  const nameOf = ({ source }: RestoreReport): string => names.sourceName(source) ?? source;
  if (reports.length === 0) return undefined;
  return (
    <Section title={past.title}>
      <DataTable
        caption={past.table}
        rows={reports.slice(0, MOST)}
        keyOf={({ job }) => job}
        columns={[
          { id: 'when', title: past.when, isRowHeader: true, cell: ({ at }) => when(at) },
          { id: 'what', title: past.what, cell: (report) => `${nameOf(report)}. ${words.asOf(when(report.pointTime))}` },
          { id: 'how', title: past.how, cell: howCell },
          { id: 'open', title: past.open, cell: (report) => <UndoRestore report={report} name={nameOf(report)} /> },
        ]}
      />
    </Section>
  );
}
