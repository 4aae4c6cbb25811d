import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { MadePoint } from '../../../shared/model/timeline.ts';
import { keepingTexts, momentWords } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useNames, useTexts } from '../../language/index.ts';
import { ConfirmButton } from '../dialog/index.ts';
import { KeepDialog } from './keep-dialog.tsx';
import { keptLines } from './kept-lines.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, flexBasis: '240px', display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
});

export interface KeepingProps {
  /** Restore points of one moment. */
  points: readonly MadePoint[];
}

/** Whether the restore points of a moment stay however old they get, and the buttons that have it so or not. */
export function Keeping({ points }: KeepingProps): ReactNode {
  const texts = useTexts(keepingTexts);
  const styles = useStyles();
  const names = useNames();
  const api = useApi();
  const refresh = useRefresh();
  const { data: people = [] } = useQuery(api.people.list.queryOptions());
  const [isAsking, setAsking] = useState(false);
  const [first] = points;
  if (first === undefined) return undefined;
  const what = [...new Set(points.map(({ source }) => names.sourceName(source) ?? source))].join(', ');
  const moment = momentWords(first.time, names.language, names.timeZone);
  const kept = points.filter((point) => point.kept !== undefined).map(({ point }) => point);
  const others = points.filter((point) => point.kept === undefined).map(({ point }) => point);
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        {keptLines(points, texts, { ...names, personName: (id) => people.find((person) => person.id === id)?.name }).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </div>
      {others.length > 0 && (
        <Button aria-haspopup="dialog" aria-label={texts.keepNamed(what)} onClick={() => setAsking(true)}>
          {texts.keep}
        </Button>
      )}
      {kept.length > 0 && (
        <ConfirmButton
          appearance="subtle"
          label={texts.stop}
          name={texts.stopNamed(what)}
          {...texts.confirmStop(what, moment)}
          onConfirm={async () => await api.runs.unkeep.call({ points: kept })}
          onDone={() => void refresh()}
        />
      )}
      {isAsking && <KeepDialog title={texts.title(what, moment)} points={others} onClosed={() => setAsking(false)} onKept={refresh} />}
    </div>
  );
}

function useRefresh(): () => Promise<void> {
  const { runs, restore } = useApi();
  const queries = useQueryClient();
  return async () => {
    const keys = [runs.made.key(), runs.history.key(), restore.timeline.key(), restore.witnessDays.key()];
    await Promise.all(keys.map(async (queryKey) => await queries.invalidateQueries({ queryKey })));
  };
}
