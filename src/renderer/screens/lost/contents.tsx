import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatBytes, formatCount } from '../../../shared/format/index.ts';
import type { LostFacts } from '../../../shared/model/loss.ts';
import { lossTexts, momentWords } from '../../../shared/text/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';

/** What was on it, and since when everything there is encrypted. */
export function Contents({ facts }: { facts: LostFacts }): ReactNode {
  const texts = useTexts(lossTexts);
  const { language, timeZone } = useVoice();
  const when = (at: string): string => momentWords(at, language, timeZone);
  return (
    <>
      {facts.lastSeenAt !== undefined && (
        <Text>
          {texts.what.lastSeen}: {when(facts.lastSeenAt)}
          {facts.lastHolder !== undefined && ` · ${texts.what.holder}: ${facts.lastHolder}`}
        </Text>
      )}
      {facts.sources.length === 0 ? (
        <Text>{texts.nothingOnIt}</Text>
      ) : (
        <DataTable
          caption={texts.contentsTitle}
          rows={facts.sources}
          keyOf={({ source }) => source}
          columns={[
            { id: 'source', title: texts.contents.source, isRowHeader: true, cell: ({ name }) => name },
            { id: 'from', title: texts.contents.from, cell: ({ from }) => when(from) },
            { id: 'to', title: texts.contents.to, cell: ({ to }) => when(to) },
            { id: 'points', title: texts.contents.points, isNumber: true, cell: ({ points }) => formatCount(points) },
            { id: 'bytes', title: texts.contents.bytes, isNumber: true, cell: ({ bytes }) => formatBytes(bytes) },
          ]}
        />
      )}
      {facts.encryptedSince !== undefined && <Text>{texts.encryptedSince(when(facts.encryptedSince))}</Text>}
    </>
  );
}
