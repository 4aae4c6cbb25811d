import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Source } from '../../../shared/model/source.ts';
import { TIERS, type Tier } from '../../../shared/model/tier.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import { tierName } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useApi } from '../../api/index.ts';
import { type Choice, Choices } from '../../components/choices/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useNames, useTexts, useVoice } from '../../language/index.ts';
import { ChooseFiles } from './choose-files.tsx';
import { placesOf } from './point-words.ts';
import { Step } from './step.tsx';
import { useTimeline, useWishedItems } from './use-timeline.ts';
import type { What, Wish } from './wish.ts';
import { useWish } from './wish-context.ts';

const useStyles = makeStyles({ bar: { whiteSpace: 'normal' } });

/** What should come back: everything of a tier, a source, or files. */
export function WhatStep(): ReactNode {
  const [, navigate] = useLocation();
  const texts = useTexts(restoreTexts).what;
  const { wish } = useWish();
  const timeline = useTimeline();
  const sources = useQuery(useApi().sources.list.queryOptions());
  const wished = useWishedItems();
  return (
    <Step step="what" title={texts.title} lead={texts.lead}>
      <QueryView query={sources}>{(list) => <WhatChoice sources={list} />}</QueryView>
      <QueryView query={timeline}>{(points) => (wish.what?.kind === 'files' ? <ChooseFiles timeline={points} /> : <Lacking />)}</QueryView>
      <StepButtons
        onBack={() => navigate('/restore/when')}
        onNext={() => navigate('/restore/where')}
        waitsFor={wished === undefined || wished.items.length === 0 ? missingChoice(wish, texts) : undefined}
      />
    </Step>
  );
}

function missingChoice({ what }: Wish, texts: { mustChoose: string; mustChooseFiles: string }): string {
  return what?.kind === 'files' ? texts.mustChooseFiles : texts.mustChoose;
}

function WhatChoice({ sources }: { sources: readonly Source[] }): ReactNode {
  const texts = useTexts(restoreTexts).what;
  const { language } = useVoice();
  const { wish, say } = useWish();
  const isOpen = wish.what === undefined;
  const suggested = useMemo(() => suggestedWhat(wish), [wish]);
  useEffect(() => {
    if (isOpen && suggested) say({ what: suggested });
  }, [isOpen, suggested, say]);
  const choices = [...tierChoices(sources, texts), ...sources.map((source) => sourceChoice(source, tierName(source.tier, language)))];
  const files = { value: valueOf({ kind: 'files' }), ...texts.files, what: { kind: 'files' } as const };
  const all = wish.reason === 'file' ? [files, ...choices] : [...choices, files];
  return (
    <Choices
      label={texts.title}
      choices={all}
      value={wish.what && valueOf(wish.what)}
      onChoose={(value) => say({ what: all.find((one) => one.value === value)?.what })}
    />
  );
}

type WhatOption = Choice<string> & { what: What };

/** A tier and those before it, as far as that is more than one source; all of them together is "everything". */
function tierChoices(sources: readonly Source[], texts: ReturnType<typeof restoreTexts>['what']): WhatOption[] {
  const used = TIERS.filter((tier) => sources.some((source) => source.tier === tier));
  return used.map((tier) => {
    const tiers = TIERS.slice(0, TIERS.indexOf(tier) + 1);
    const names = tiers.flatMap((one) => sources.filter((source) => source.tier === one).map(({ name }) => name));
    const title = tier === used.at(-1) && used.length > 1 ? texts.tiers.all : tierTitle(tier, texts.tiers);
    const what: What = { kind: 'tiers', tiers };
    return { value: valueOf(what), title, about: texts.tiersAbout(names.join(', ')), what };
  });
}

function tierTitle(tier: Tier, texts: { critical: string; important: string; all: string }): string {
  return tier === 'standard' ? texts.all : texts[tier];
}

function sourceChoice({ id, name }: Source, tier: string): WhatOption {
  const what: What = { kind: 'source', source: id };
  return { value: valueOf(what), title: name, about: tier, what };
}

function valueOf(what: What): string {
  return what.kind === 'tiers' ? `tiers ${what.tiers.join(' ')}` : what.kind === 'source' ? `source ${what.source}` : 'files';
}

/** What fits what happened. */
function suggestedWhat({ reason, when }: Wish): What | undefined {
  if (reason === 'file') return { kind: 'files' };
  if (when?.source !== undefined) return { kind: 'source', source: when.source };
  return reason === 'new-computer' || reason === 'ransomware' ? { kind: 'tiers', tiers: TIERS } : undefined;
}

/** Sources that cannot come back as things stand. */
function Lacking(): ReactNode {
  const styles = useStyles();
  const texts = useTexts(restoreTexts).what;
  const names = useNames();
  const wished = useWishedItems();
  const nameOf = (id: string): string => names.sourceName(id) ?? id;
  const lines = [
    ...(wished?.away ?? []).map((point: TimelinePoint) => texts.away(nameOf(point.source), placesOf(point.copies, names))),
    ...(wished?.missing ?? []).map((id) => texts.missing(nameOf(id))),
  ];
  return lines.map((line) => (
    <MessageBar key={line} intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>{line}</MessageBarBody>
    </MessageBar>
  ));
}
