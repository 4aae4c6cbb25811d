import { Button, Link } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useLocation } from 'wouter';
import { type Destination, repositoriesOf } from '../../../shared/model/destination.ts';
import type { Losses, LostThing } from '../../../shared/model/loss.ts';
import { momentWords } from '../../../shared/text/index.ts';
import { lostTexts } from '../../../shared/text/screens/lost/index.ts';
import { useApi } from '../../api/index.ts';
import { type Choice, Choices } from '../../components/choices/index.ts';
import { EmptyState, Notice } from '../../components/feedback/index.ts';
import { Page, Section } from '../../components/page/index.ts';
import { QueryView, Waiting } from '../../components/query/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useNames, useTexts, useVoice } from '../../language/index.ts';
import { thingName } from './thing-name.ts';

/** Stands for "the computer that makes the backups, and this is another one". */
const ELSEWHERE = 'elsewhere';

interface WhichThingProps {
  chosen: LostThing | undefined;
  onChoose: (thing: LostThing) => void;
}

/** Which disk, place or PC is missing; and what was declared before. */
export function WhichThing({ chosen, onChoose }: WhichThingProps): ReactNode {
  const texts = useTexts(lostTexts);
  const api = useApi();
  const places = useQuery(api.destinations.list.queryOptions());
  const losses = useQuery(api.destinations.losses.queryOptions());
  return (
    <Page title={texts.title} lead={texts.lead}>
      <QueryView query={places}>
        {(list) => <Things destinations={list.map(({ destination }) => destination)} chosen={chosen} onChoose={onChoose} />}
      </QueryView>
      {losses.data !== undefined && losses.data.losses.length + losses.data.unreadable.length > 0 && <Before {...losses.data} />}
    </Page>
  );
}

function Things({ destinations, chosen, onChoose }: WhichThingProps & { destinations: readonly Destination[] }): ReactNode {
  const [, navigate] = useLocation();
  const texts = useTexts(lostTexts);
  const names = useNames();
  const api = useApi();
  // Whether there was an old PC at all; that there was none is no failure.
  const oldPc = useQuery(api.destinations.lost.queryOptions({ input: {} }));
  const recovery = useQuery(api.recovery.state.queryOptions());
  const things = useMemo(() => thingsOf(destinations), [destinations]);
  const choices: Choice<string>[] = [
    ...things.map((thing) => ({
      value: valueOf(thing),
      title: names.placeName(thing.destination ?? '', thing.disk) ?? '',
      about: thing.disk === undefined ? texts.place : texts.disk,
    })),
    ...(oldPc.data ? [{ value: valueOf({}), ...texts.oldPc }] : []),
  ];
  if (oldPc.isPending || recovery.isPending) return <Waiting lines={4} />;
  if (choices.length === 0 && recovery.data?.isPossible !== true)
    return <EmptyState title={texts.nothing.title} body={texts.nothing.about} />;
  if (recovery.data?.isPossible === true) return <Elsewhere />;
  return (
    <Section title={texts.which}>
      <Choices
        label={texts.which}
        choices={choices}
        value={chosen && valueOf(chosen)}
        onChoose={(value) => onChoose([...things, {}].find((thing) => valueOf(thing) === value) ?? {})}
      />
      <StepButtons onNext={() => navigate('/lost/what')} waitsFor={chosen === undefined ? texts.mustChoose : undefined} />
    </Section>
  );
}

/** On a PC that protects nothing: the one that is missing is shut out by taking over from it. */
function Elsewhere(): ReactNode {
  const [, navigate] = useLocation();
  const { thisPc } = useTexts(lostTexts);
  return (
    <EmptyState title={thisPc.title} body={thisPc.about} action={<Button onClick={() => navigate('/recover')}>{thisPc.recover}</Button>} />
  );
}

/** What is in the cloud cannot be lost. */
function thingsOf(destinations: readonly Destination[]): LostThing[] {
  return destinations.filter(({ kind }) => kind !== 'azure').flatMap(repositoriesOf);
}

function valueOf({ destination, disk }: LostThing): string {
  return destination === undefined ? ELSEWHERE : JSON.stringify([destination, disk ?? null]);
}

function Before({ losses, unreadable }: Losses): ReactNode {
  const words = useTexts(lostTexts);
  const { before: texts } = words;
  const { language, timeZone } = useVoice();
  return (
    <Section title={texts.title}>
      {unreadable.length > 0 && <Notice intent="warning" body={texts.unreadable(unreadable.length)} />}
      {losses.length > 0 && (
        <DataTable
          caption={texts.table}
          rows={losses}
          keyOf={({ id }) => id}
          columns={[
            { id: 'what', title: texts.what, isRowHeader: true, cell: ({ facts }) => thingName(facts, words) },
            { id: 'when', title: texts.when, cell: ({ at }) => momentWords(at, language, timeZone) },
            {
              id: 'open',
              title: texts.open,
              cell: ({ id, facts }) => <Link href={`#/lost/declared/${id}`}>{`${texts.open}: ${thingName(facts, words)}`}</Link>,
            },
          ]}
        />
      )}
    </Section>
  );
}
