import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Protection, ProtectionState } from '../../../shared/model/protection.ts';
import { disasterText, headline, type ProtectionVoice, reasonText } from '../../../shared/text/index.ts';
import { homeTexts } from '../../../shared/text/screens/home/index.ts';
import { useApi } from '../../api/index.ts';
import { type Mark, StateIcon } from '../../components/marks/index.ts';
import { Page, Section } from '../../components/page/index.ts';
import { RunProgress } from '../../components/run-progress/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useNames, useTexts, useVoice } from '../../language/index.ts';

const MARKS: Readonly<Record<ProtectionState, Mark>> = { protected: 'good', 'needs-attention': 'warning', 'not-protected': 'bad' };

/** Whether the pharmacy is protected now, and what to do next. */
export function HomeScreen(): ReactNode {
  const texts = useTexts(homeTexts);
  const query = useQuery(useApi().status.get.queryOptions());
  const state = query.data?.protection.state;
  return (
    <Page title={texts.title}>
      <QueryView query={query} lines={8}>
        {({ protection, working }) => (
          <>
            {state !== undefined && <Headline state={state} />}
            {working.map((run) => (
              <RunProgress key={run} run={run} />
            ))}
            <Reasons protection={protection} />
            <Disasters protection={protection} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Headline({ state }: { state: ProtectionState }): ReactNode {
  const { language } = useVoice();
  return (
    <p>
      <StateIcon mark={MARKS[state]} size="large" /> {headline(state, language)}
    </p>
  );
}

function Reasons({ protection: { reasons } }: { protection: Protection }): ReactNode {
  const texts = useTexts(homeTexts);
  const names = useNames();
  return (
    <Section title={texts.reasons}>
      <ul>
        {reasons.map((reason) => {
          const { what, next } = reasonText(reason, names);
          return (
            <li key={JSON.stringify(reason)}>
              {what} {next}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Disasters({ protection: { disasters } }: { protection: Protection }): ReactNode {
  const texts = useTexts(homeTexts);
  const names: ProtectionVoice = useNames();
  const rows = disasters.map((disaster) => disasterText(disaster, names));
  return (
    <Section title={texts.disasters}>
      <DataTable
        caption={texts.disasters}
        rows={rows}
        keyOf={({ title }) => title}
        columns={[
          { id: 'what', title: '', cell: ({ title }) => title, isRowHeader: true },
          { id: 'lose', title: '', cell: ({ lose }) => lose },
          { id: 'back', title: '', cell: ({ back }) => back },
        ]}
      />
    </Section>
  );
}
