import { Body1, Body1Strong, Button, Field, makeStyles, MessageBar, MessageBarBody, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import { momentWords } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { framed } from '../../components/page/index.ts';
import { useNames, useTexts } from '../../language/index.ts';
import {
  beforeAttack,
  firstSuspicious,
  type Moment,
  momentsOf,
  sourcesWithOlder,
  suggestedMoment,
  suspicionsOf,
} from '../../components/restore-points/index.ts';
import { Keeping } from '../../components/keeping/index.ts';
import { MomentTable } from './moment-table.tsx';
import type { RestoreReason, When } from './wish.ts';
import { useWish } from './wish-context.ts';

/** Moments shown at first, and with each further click. */
const PAGE = 20;

const useStyles = makeStyles({
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  bar: { whiteSpace: 'normal' },
  more: { alignSelf: 'flex-start' },
  chosen: { ...framed, gap: tokens.spacingVerticalXXS },
});

/** The timeline: a moment to go back to, of everything or of one source. */
export function TimelineChoice({ timeline, reason }: { timeline: readonly TimelinePoint[]; reason: RestoreReason }): ReactNode {
  const styles = useStyles();
  const texts = useTexts(restoreTexts).when;
  const { wish, say } = useWish();
  const [source, setSource] = useState(wish.when?.source ?? '');
  const [shown, setShown] = useState(PAGE);
  const offered = useMemo(() => (reason === 'ransomware' ? beforeAttack(timeline) : timeline), [reason, timeline]);
  const moments = useMemo(() => momentsOf(offered.filter((point) => source === '' || point.source === source)), [offered, source]);
  const suggested = useMemo(() => suggestedMoment(moments, { provenFirst: reason !== 'file' && reason !== 'look' }), [moments, reason]);
  const chosen = wish.when;
  useEffect(() => {
    if (chosen === undefined && suggested) say({ when: whenOf(suggested, source) });
  }, [chosen, suggested, source, say]);
  const chooseSource = (id: string): void => {
    setSource(id);
    say({ when: undefined });
  };
  const current = moments.find(({ time }) => time === chosen?.time);
  return (
    <>
      <div className={styles.top}>
        <SourceFilter timeline={timeline} source={source} onChoose={chooseSource} />
        {reason === 'file' && <SearchInstead />}
      </div>
      {reason === 'ransomware' && <AfterAttack timeline={timeline} />}
      {suggested === undefined && <Note text={texts.nothingGood} />}
      <MomentTable
        moments={moments.slice(0, shown)}
        chosen={current?.time}
        suggested={suggested?.time}
        onChoose={(moment) => say({ when: whenOf(moment, source) })}
      />
      {moments.length > shown && (
        <Button className={styles.more} onClick={() => setShown(shown + PAGE)}>
          {texts.earlier}
        </Button>
      )}
      {moments.length <= shown && <NotListed points={moments.flatMap(({ points }) => points)} />}
      {current && <KeepChosen moment={current} />}
      {current && source !== '' && suspicionsOf(current).length > 0 && <Note text={texts.goOnSuspicious} />}
    </>
  );
}

function whenOf({ time, points }: Moment, source: string): When {
  const point = points.find((one) => one.source === source);
  return point ? { time, point: point.point, source } : { time };
}

function SourceFilter({
  timeline,
  source,
  onChoose,
}: {
  timeline: readonly TimelinePoint[];
  source: string;
  onChoose: (source: string) => void;
}): ReactNode {
  const texts = useTexts(restoreTexts).when;
  const { sourceName } = useNames();
  const ids = [...new Set(timeline.map((point) => point.source))];
  return (
    <Field label={texts.source}>
      <Select value={source} onChange={(_, { value }) => onChoose(value)}>
        <option value="">{texts.allSources}</option>
        {ids.map((id) => (
          <option key={id} value={id}>
            {sourceName(id) ?? id}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function SearchInstead(): ReactNode {
  const [, navigate] = useLocation();
  const texts = useTexts(restoreTexts).when;
  const { say } = useWish();
  const search = (): void => {
    say({ what: { kind: 'files' } });
    navigate('/restore/what');
  };
  return <Button onClick={search}>{texts.search}</Button>;
}

/** The list has an end, and there is more behind it. */
function NotListed({ points }: { points: readonly TimelinePoint[] }): ReactNode {
  const texts = useTexts(restoreTexts).when;
  const { sourceName } = useNames();
  const sources = sourcesWithOlder(points).map((id) => sourceName(id) ?? id);
  return sources.length > 0 && <Body1>{texts.older(sources.join(', '))}</Body1>;
}

/** Somebody who has found the moment that matters may want it to stay. */
function KeepChosen({ moment: { time, points } }: { moment: Moment }): ReactNode {
  const styles = useStyles();
  const texts = useTexts(restoreTexts).when;
  const { language, timeZone } = useNames();
  return (
    <div className={styles.chosen}>
      <Body1Strong>{texts.chosen(momentWords(time, language, timeZone))}</Body1Strong>
      <Keeping points={points} />
    </div>
  );
}

function AfterAttack({ timeline }: { timeline: readonly TimelinePoint[] }): ReactNode {
  const texts = useTexts(restoreTexts).when;
  const { language, timeZone } = useNames();
  const first = firstSuspicious(timeline);
  return first === undefined ? undefined : <Note text={texts.afterAttack(momentWords(first, language, timeZone))} />;
}

function Note({ text }: { text: string }): ReactNode {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
