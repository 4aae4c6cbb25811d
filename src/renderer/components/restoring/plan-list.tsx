import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatBytes, formatCount } from '../../../shared/format/index.ts';
import type { RestoreItem } from '../../../shared/model/restore.ts';
import { differenceText, lostText, momentWords, planSentence, restoringTexts } from '../../../shared/text/index.ts';
import { useNames, useTexts, useVoice } from '../../language/index.ts';
import { QueryView } from '../query/index.ts';
import { framed } from '../page/index.ts';
import { planFacts, type PlannedItem, type RestorePlan } from './plan-facts.ts';

/** Days that what a restore replaced is kept. */
export const KEPT_DAYS = 30;

/** Files that are named in the sentence; of more it says how many. */
const MOST_NAMED = 5;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  item: framed,
  sentence: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, overflowWrap: 'anywhere' },
  facts: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  bar: { whiteSpace: 'normal' },
  lost: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** What is going to happen, source by source: a sentence each, and the numbers below it. */
export function PlanList({ items, plans }: { items: readonly PlannedItem[]; plans: readonly UseQueryResult<RestorePlan>[] }): ReactNode {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {items.map((planned, at) => {
        const query = plans[at];
        return (
          <li key={planned.item.source + planned.item.snapshot} className={styles.item}>
            {query && (
              <QueryView query={query} lines={3}>
                {(plan) => <PlannedSource planned={planned} plan={plan} lookAgain={() => void query.refetch()} />}
              </QueryView>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface PlannedSourceProps {
  planned: PlannedItem;
  plan: RestorePlan;
  lookAgain: () => void;
}

function PlannedSource({ planned: { item, time, isProven }, plan, lookAgain }: PlannedSourceProps): ReactNode {
  const styles = useStyles();
  const names = useNames();
  const texts = useTexts(restoringTexts);
  const facts = planFacts(plan);
  const words = {
    what: whatWords(names.sourceName(item.source) ?? item.source, item.include, texts),
    when: momentWords(time, names.language, names.timeZone),
    from: names.placeName(item.destination, item.disk) ?? item.destination,
  };
  const isInPlace = item.to.way === 'in-place';
  return (
    <>
      <Text as="p" block weight="semibold" className={styles.sentence}>
        {planSentence(words, item.to, facts.replaces, names.language)}
      </Text>
      <Warnings plan={plan} item={item} lookAgain={lookAgain} />
      <ul className={styles.facts}>
        <li>{isProven ? texts.proven : texts.notProven}</li>
        <li>{isInPlace && facts.replaces ? texts.undoable(KEPT_DAYS) : texts.nothingReplaced}</li>
        <Figures plan={plan} item={item} />
      </ul>
    </>
  );
}

function Figures({ plan, item }: { plan: RestorePlan; item: RestoreItem }): ReactNode {
  const texts = useTexts(restoringTexts);
  const { filesNew, filesReplaced, filesUnchanged, bytes, freeBytes } = plan;
  const { hasDatabase, isHealthy, isDamaged } = planFacts(plan);
  const hasFiles = filesNew + filesReplaced + filesUnchanged > 0;
  const { live } = texts;
  return (
    <>
      {hasDatabase && <li>{isDamaged ? live.damaged : isHealthy ? live.healthy : live.missing}</li>}
      {hasFiles && item.to.way === 'in-place' && (
        <li>{texts.files(formatCount(filesNew), formatCount(filesReplaced), formatCount(filesUnchanged))}</li>
      )}
      <li>
        {texts.bytes(formatBytes(bytes))} {freeBytes === undefined ? texts.freeUnknown : texts.free(formatBytes(freeBytes))}
      </li>
    </>
  );
}

function Warnings({ plan, item, lookAgain }: { plan: RestorePlan; item: RestoreItem; lookAgain: () => void }): ReactNode {
  const styles = useStyles();
  const texts = useTexts(restoringTexts);
  const { isInUse, lacksRoom, thrownAway } = planFacts(plan);
  const isInPlace = item.to.way === 'in-place';
  return (
    <>
      {isInPlace && thrownAway.length > 0 && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <ThrownAway differences={thrownAway} />
          </MessageBarBody>
        </MessageBar>
      )}
      {isInPlace && isInUse && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            {texts.live.inUse} <Button onClick={lookAgain}>{texts.lookAgain}</Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {lacksRoom && (
        <MessageBar intent="error" layout="multiline" className={styles.bar}>
          <MessageBarBody>{texts.noRoom}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

/** What putting a copy in place would lose, in the pharmacy's own numbers. */
export function ThrownAway({ differences }: { differences: RestorePlan['parts'][number]['thrownAway'] }): ReactNode {
  const styles = useStyles();
  const voice = useVoice();
  const texts = useTexts(restoringTexts);
  return (
    <div>
      <MessageBarTitle>{texts.thrownAway}</MessageBarTitle>
      <ul className={styles.lost}>
        {differences.map((difference) => (
          <li key={difference.subject}>{lostText(difference, voice) ?? differenceText(difference, voice)}</li>
        ))}
      </ul>
    </div>
  );
}

/** A source, or some of its files by name. */
function whatWords(source: string, include: readonly string[], texts: ReturnType<typeof restoringTexts>): string {
  if (include.length === 0) return source;
  const named = include.slice(0, MOST_NAMED).map((path) => path.slice(path.lastIndexOf('/') + 1));
  return texts.someOf(source, include.length, [...named, ...(include.length > MOST_NAMED ? ['…'] : [])].join(', '));
}
