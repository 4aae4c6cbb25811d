import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RestoreReport } from '../../../shared/model/restore.ts';
import { momentWords, restoringTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';
import { ConfirmButton } from '../dialog/index.ts';
import { undoableUntil } from './outcome.ts';
import { KEPT_DAYS } from './plan-list.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** The way back, as long as what a restore replaced is kept; nothing for one that replaced nothing. */
export function UndoRestore({ report, name }: { report: RestoreReport; name: string }): ReactNode {
  const styles = useStyles();
  const now = useNow();
  const { language, timeZone } = useVoice();
  const { report: texts } = useTexts(restoringTexts);
  const until = undoableUntil(report, KEPT_DAYS);
  const when = (at: string): string => momentWords(at, language, timeZone);
  if (report.undoneAt !== undefined) return <Text weight="semibold">{texts.undone(when(report.undoneAt))}</Text>;
  if (until === undefined) return undefined;
  if (Date.parse(until) < now.getTime()) return <Text>{texts.undoOver}</Text>;
  return (
    <div className={styles.row}>
      <UndoButton report={report} name={name} />
      <Text>{texts.undoUntil(when(until))}</Text>
    </div>
  );
}

function UndoButton({ report, name }: { report: RestoreReport; name: string }): ReactNode {
  const api = useApi();
  const queries = useQueryClient();
  const { language, timeZone } = useVoice();
  const { report: texts } = useTexts(restoringTexts);
  return (
    <ConfirmButton
      label={texts.undo}
      title={texts.undoQuestion(name)}
      body={texts.undoBody(name, momentWords(report.at, language, timeZone))}
      onConfirm={async () => await api.restore.undo.call({ job: report.job })}
      onDone={() => void queries.invalidateQueries({ queryKey: api.restore.reports.key() })}
    />
  );
}
