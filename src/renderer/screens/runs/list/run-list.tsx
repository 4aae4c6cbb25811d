import { Body1, Button, Caption1, Link } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatBytes } from '../../../../shared/format/index.ts';
import type { RunLine } from '../../../../shared/model/run-line.ts';
import { nearMomentWords } from '../../../../shared/text/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { EmptyState } from '../../../components/feedback/index.ts';
import { Section } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { DataTable } from '../../../components/table/index.ts';
import { useNames, useTexts, useVoice } from '../../../language/index.ts';
import { useNow } from '../../../time/index.ts';
import { lengthOf } from '../length-of.ts';
import { Outcome } from '../outcome.tsx';
import { asked, type RunFilter } from './filter.ts';
import { RunFilters } from './run-filters.tsx';
import { whatRan } from './what-ran.ts';

/** Rows that are shown at first, and that each "more" adds. */
const ROWS = 50;
const MOST = 1000;

/** The history, by kind, outcome and day. */
export function RunList({ day }: { day: string | undefined }): ReactNode {
  const texts = useTexts(runsTexts);
  const [filter, setFilter] = useState<RunFilter>({ kind: day === undefined ? 'main' : 'all', outcome: 'all' });
  const [limit, setLimit] = useState(ROWS);
  const input = { ...asked(filter), ...(day !== undefined && { day }), limit };
  const query = useQuery(useApi().runs.history.queryOptions({ input, placeholderData: keepPreviousData }));
  const isFiltered = (filter.kind !== 'all' && filter.kind !== 'main') || filter.outcome !== 'all' || day !== undefined;
  return (
    <Section title={texts.list.title}>
      <RunFilters filter={filter} onChange={setFilter} day={day} />
      <QueryView query={query} lines={8}>
        {(lines) => (
          <>
            {lines.length === 0 ? <Nothing isFiltered={isFiltered} /> : <Rows lines={lines} />}
            {lines.length === limit && limit < MOST && (
              <div>
                <Button onClick={() => setLimit(Math.min(MOST, limit + ROWS))}>{texts.more}</Button>
              </div>
            )}
            {lines.length === MOST && <Body1>{texts.older}</Body1>}
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }): ReactNode {
  const texts = useTexts(runsTexts);
  const { title, body } = isFiltered ? texts.nothingFits : texts.empty;
  return <EmptyState title={title} body={body} />;
}

function Rows({ lines }: { lines: readonly RunLine[] }): ReactNode {
  const texts = useTexts(runsTexts);
  return (
    <DataTable
      caption={texts.list.title}
      rows={lines}
      keyOf={({ run }) => run.id}
      columns={[
        { id: 'what', title: texts.list.what, isRowHeader: true, cell: whatCell },
        { id: 'when', title: texts.list.when, cell: whenCell },
        { id: 'outcome', title: texts.list.outcome, cell: outcomeCell },
        { id: 'length', title: texts.list.length, isNumber: true, cell: ({ run }) => lengthOf(run) },
        { id: 'bytes', title: texts.list.bytes, isNumber: true, cell: ({ figures }) => bytesOf(figures) },
      ]}
    />
  );
}

function whatCell(line: RunLine): ReactNode {
  return <What line={line} />;
}

function What({ line }: { line: RunLine }): ReactNode {
  const texts = useTexts(runsTexts);
  const names = useNames();
  return <Link href={`#/runs/${line.run.id}`}>{whatRan(line, texts, names)}</Link>;
}

function whenCell({ run }: RunLine): ReactNode {
  return <When at={run.startedAt ?? run.dueAt} />;
}

function When({ at }: { at: string }): ReactNode {
  const { language, timeZone } = useVoice();
  return nearMomentWords(at, useNow(), language, timeZone);
}

function outcomeCell(line: RunLine): ReactNode {
  return <OutcomeAndKept line={line} />;
}

function OutcomeAndKept({ line: { run, isKept } }: { line: RunLine }): ReactNode {
  const { points } = useTexts(runsTexts);
  return (
    <>
      <Outcome status={run.status} />
      {isKept === true && <Caption1 block>{points.kept}</Caption1>}
    </>
  );
}

function bytesOf({ bytesStored }: RunLine['figures']): string {
  return bytesStored === undefined ? '' : formatBytes(bytesStored);
}
