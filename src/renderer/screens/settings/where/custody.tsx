import { Body1, Body1Strong } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DestinationOf } from '../../../../shared/model/destination.ts';
import { momentWords } from '../../../../shared/text/index.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { DataTable } from '../../../components/table/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';

/** Entries that are shown: about a season of a drive that goes home every evening. */
const SHOWN = 50;

/** When each drive of a set came and went, and who took it. */
export function Custody({ place }: { place: DestinationOf<'usb-set'> }): ReactNode {
  const { where: texts } = useTexts(settingsTexts);
  const { language, timeZone } = useVoice();
  const query = useQuery(useApi().destinations.custody.queryOptions({ input: { destination: place.id } }));
  const columns = texts.custodyColumns;
  return (
    <>
      <Body1Strong>{texts.custody}</Body1Strong>
      <QueryView query={query} lines={2}>
        {(entries) =>
          entries.length === 0 ? (
            <Body1>{texts.noCustody}</Body1>
          ) : (
            <DataTable
              caption={texts.custody}
              rows={entries.slice(0, SHOWN)}
              keyOf={({ at, disk, event }) => `${at} ${disk} ${event}`}
              columns={[
                { id: 'when', title: columns.when, isRowHeader: true, cell: ({ at }) => momentWords(at, language, timeZone) },
                { id: 'disk', title: columns.disk, cell: ({ disk }) => place.disks.find(({ id }) => id === disk)?.label ?? disk },
                { id: 'event', title: columns.event, cell: ({ event }) => texts.events[event] },
                { id: 'person', title: columns.person, cell: ({ person }) => person ?? '' },
              ]}
            />
          )
        }
      </QueryView>
    </>
  );
}
