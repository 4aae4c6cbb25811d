import { Body1 } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { KitTest } from '../../../shared/model/installation.ts';
import { kitFormTexts, momentWords, peopleFormTexts } from '../../../shared/text/index.ts';
import { settingsTexts } from '../../../shared/text/screens/settings/index.ts';
import { type OwnerClient, useApi } from '../../api/index.ts';
import { KitForm } from '../../components/kit-form/index.ts';
import { StateIcon } from '../../components/marks/index.ts';
import { Section } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useNames, useTexts } from '../../language/index.ts';
import { LeakedSection } from './leak/leaked-section.tsx';

type KitState = Awaited<ReturnType<OwnerClient['kit']['state']>>;

/** The papers in the safe: printed, tested, kept by whom. */
export function KitsArea(): ReactNode {
  const query = useQuery(useApi().kit.state.queryOptions());
  return (
    <>
      <KitForm />
      <QueryView query={query} lines={3}>
        {({ tests, holders }) => (
          <>
            <Holders holders={holders} />
            <Tests tests={tests} />
          </>
        )}
      </QueryView>
      <LeakedSection />
    </>
  );
}

function Holders({ holders }: Pick<KitState, 'holders'>): ReactNode {
  const texts = useTexts(settingsTexts);
  const { papers } = useTexts(kitFormTexts);
  const { roles } = useTexts(peopleFormTexts);
  return (
    <Section title={texts.kits.holders}>
      {holders.map(({ holder, people }) => (
        <Body1 key={holder}>
          {papers[holder]}: {people.length > 0 ? people.join(', ') : texts.kits.nobody(roles[holder])}
        </Body1>
      ))}
    </Section>
  );
}

function Tests({ tests }: { tests: readonly KitTest[] }): ReactNode {
  const { kits: texts } = useTexts(settingsTexts);
  const { papers } = useTexts(kitFormTexts);
  const names = useNames();
  return (
    <Section title={texts.tests}>
      {tests.length === 0 ? (
        <Body1>{texts.none}</Body1>
      ) : (
        <DataTable
          caption={texts.tests}
          rows={tests}
          keyOf={({ at, holder }) => `${at} ${holder}`}
          columns={[
            { id: 'when', title: texts.when, isRowHeader: true, cell: ({ at }) => momentWords(at, names.language, names.timeZone) },
            { id: 'holder', title: texts.holder, cell: ({ holder }) => papers[holder] },
            { id: 'place', title: texts.place, cell: ({ destination }) => names.placeName(destination) ?? destination },
            { id: 'result', title: texts.result, cell: (test) => <Result test={test} /> },
          ]}
        />
      )}
    </Section>
  );
}

function Result({ test: { passed } }: { test: KitTest }): ReactNode {
  const { kits: texts } = useTexts(settingsTexts);
  return (
    <>
      <StateIcon mark={passed ? 'good' : 'bad'} /> {passed ? texts.passed : texts.failed}
    </>
  );
}
