import { Field, makeStyles, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { WitnessDays } from '../../../shared/model/witness-days.ts';
import { momentWords } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useApi } from '../../api/index.ts';
import { Section } from '../../components/page/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { AskSeveral } from './ask-several.tsx';
import { DaysTable } from './days-table.tsx';
import { useWish } from './wish-context.ts';

const useStyles = makeStyles({ bar: { whiteSpace: 'normal' }, source: { maxWidth: '420px' } });

/** When did it go wrong? What was in the data day by day, and a question to several days beside each other. */
export function WrongSince(): ReactNode {
  const { days: texts } = useTexts(restoreTexts);
  const sources = useQuery(useApi().sources.list.queryOptions());
  return (
    <Section title={texts.title}>
      <p>{texts.lead}</p>
      <QueryView query={sources} lines={8}>
        {(list) => <OneSource sources={list} />}
      </QueryView>
    </Section>
  );
}

function OneSource({ sources }: { sources: readonly Source[] }): ReactNode {
  const styles = useStyles();
  const { days: texts } = useTexts(restoreTexts);
  const { wish, say } = useWish();
  const [chosen, setChosen] = useState(wish.when?.source);
  const source = sources.find(({ id }) => id === chosen) ?? firstToLookAt(sources);
  const choose = (id: string): void => {
    setChosen(id);
    say({ when: undefined });
  };
  return (
    <>
      <Field label={texts.source} className={styles.source}>
        <Select value={source?.id ?? ''} onChange={(_, { value }) => choose(value)}>
          {sources.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {source && <Days key={source.id} source={source} />}
    </>
  );
}

/** Databases have numbers that a pharmacist knows. */
function firstToLookAt(sources: readonly Source[]): Source | undefined {
  return sources.find(({ kind }) => kind !== 'folder' && kind !== 'vendor-file') ?? sources[0];
}

function Days({ source }: { source: Source }): ReactNode {
  const query = useQuery(useApi().restore.witnessDays.queryOptions({ input: { source: source.id } }));
  return (
    <QueryView query={query} lines={8}>
      {(found) => <FoundDays source={source} found={found} />}
    </QueryView>
  );
}

function FoundDays({ source, found }: { source: Source; found: WitnessDays }): ReactNode {
  const styles = useStyles();
  const { days: texts } = useTexts(restoreTexts);
  const { language, timeZone } = useVoice();
  const { wish, say } = useWish();
  const lastGood = found.days.flatMap(({ points }) => points).find(({ point }) => point === found.lastGood);
  const isOpen = wish.when === undefined;
  useEffect(() => {
    if (isOpen && lastGood) say({ when: whenOf(lastGood) });
  }, [isOpen, lastGood, say]);
  return (
    <>
      <MessageBar intent={lastGood ? 'warning' : 'info'} layout="multiline" className={styles.bar}>
        <MessageBarBody>{lastGood ? texts.lastGood(momentWords(lastGood.time, language, timeZone)) : texts.nothingMarked}</MessageBarBody>
      </MessageBar>
      <DaysTable
        caption={texts.table(source.name)}
        found={found}
        chosen={wish.when?.point}
        onChoose={(point) => say({ when: whenOf(point) })}
      />
      <AskSeveral source={source} days={found.days} />
    </>
  );
}

function whenOf({ time, point, source }: TimelinePoint) {
  return { time, point, source };
}
