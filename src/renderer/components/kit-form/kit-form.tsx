import { Body1, Body1Strong, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { KitHolder } from '../../../shared/model/recovery-kit.ts';
import { kitFormTexts, momentWords } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { type Mark, StateIcon } from '../marks/index.ts';
import { QueryView } from '../query/index.ts';
import { framed } from '../page/index.ts';
import { MakePaper } from './make-paper.tsx';
import { HOLDERS, type PaperState, paperState } from './paper-state.ts';
import { TypeBack } from './type-back.tsx';

const useStyles = makeStyles({
  papers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(300px, 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  paper: framed,
  title: { margin: 0 },
  text: { margin: 0, maxWidth: '75ch' },
});

const MARKS: Readonly<Record<PaperState['kind'], Mark>> = { none: 'none', made: 'warning', proven: 'good', stale: 'warning' };

/** The two papers: made, printed, and their keys typed back. `onPrinted` hears when a paper was opened or saved. */
export function KitForm({ onPrinted }: { onPrinted?: (holder: KitHolder) => void }): ReactNode {
  const texts = useTexts(kitFormTexts);
  const styles = useStyles();
  const query = useQuery(useApi().kit.state.queryOptions());
  return (
    <>
      <Body1 as="p" className={styles.text}>
        <Body1Strong>{texts.keeping}</Body1Strong> {texts.why}
      </Body1>
      <QueryView query={query} lines={6}>
        {(facts) => (
          <div className={styles.papers}>
            {HOLDERS.map((holder) => (
              <Paper key={holder} holder={holder} state={paperState(facts, holder)} onPrinted={() => onPrinted?.(holder)} />
            ))}
          </div>
        )}
      </QueryView>
    </>
  );
}

function Paper({ holder, state, onPrinted }: { holder: KitHolder; state: PaperState; onPrinted: () => void }): ReactNode {
  const texts = useTexts(kitFormTexts);
  const styles = useStyles();
  return (
    <section className={styles.paper}>
      <Subtitle2 as="h3" className={styles.title}>
        {texts.papers[holder]}
      </Subtitle2>
      <span>
        <StateIcon mark={MARKS[state.kind]} /> <StateWords state={state} />
      </span>
      <MakePaper holder={holder} isMade={state.kind !== 'none'} onPrinted={onPrinted} />
      {state.kind !== 'none' && state.kind !== 'stale' && <TypeBack holder={holder} />}
    </section>
  );
}

function StateWords({ state }: { state: PaperState }): ReactNode {
  const texts = useTexts(kitFormTexts);
  const { language, timeZone } = useVoice();
  if (state.kind === 'none') return texts.none;
  if (state.kind === 'stale') return texts.stale;
  return texts[state.kind](momentWords(state.at, language, timeZone));
}
