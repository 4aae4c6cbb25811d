import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { type ReactNode, useMemo } from 'react';
import { isSameRepository, type RepositoryRef } from '../../../shared/model/destination.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import { momentWords } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { Section } from '../../components/page/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { BrowsePoint } from './browse-point.tsx';
import { SearchFiles } from './search-files.tsx';
import { togglePick } from './wish.ts';
import { useWish } from './wish-context.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  pick: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, overflowWrap: 'anywhere' },
});

/** Files and folders: by name in every restore point, or folder by folder in one. */
export function ChooseFiles({ timeline }: { timeline: readonly TimelinePoint[] }): ReactNode {
  const { files: texts } = useTexts(restoreTexts);
  const places = useMemo(() => reachablePlaces(timeline), [timeline]);
  if (places.length === 0) return <Text>{texts.noPlace}</Text>;
  return (
    <>
      <Section title={texts.search}>
        <SearchFiles places={places} />
      </Section>
      <Section title={texts.browse}>
        <BrowsePoint timeline={timeline} />
      </Section>
      <Chosen />
    </>
  );
}

function reachablePlaces(timeline: readonly TimelinePoint[]): RepositoryRef[] {
  const places: RepositoryRef[] = [];
  for (const { destination, disk, isReachable } of timeline.flatMap(({ copies }) => copies)) {
    const place = { destination, disk };
    if (isReachable && !places.some((one) => isSameRepository(one, place))) places.push(place);
  }
  return places;
}

function Chosen(): ReactNode {
  const styles = useStyles();
  const { files: texts } = useTexts(restoreTexts);
  const { language, timeZone } = useVoice();
  const { wish, say } = useWish();
  return (
    <Section title={texts.chosen(wish.files.length)}>
      {wish.files.length === 0 && <Text>{texts.nothingChosen}</Text>}
      <ul className={styles.list}>
        {wish.files.map((pick) => (
          <li key={pick.source + pick.path} className={styles.pick}>
            {texts.chosenAt(pick.path, momentWords(pick.time, language, timeZone))}
            <Button size="small" aria-label={texts.remove(pick.path)} onClick={() => say({ files: togglePick(wish.files, pick) })}>
              <DismissRegular />
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
