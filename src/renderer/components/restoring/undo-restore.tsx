import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { RestoreReport } from '../../../shared/model/restore.ts';
import { momentWords, restoringTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';
import { ConfirmButton } from '../dialog/index.ts';
import { RunProgress, useRunProgress } from '../run-progress/index.ts';
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

/** While it is undone its progress stands here; the report itself says when that has ended well. */
function UndoButton({ report, name }: { report: RestoreReport; name: string }): ReactNode {
  const api = useApi();
  const [run, setRun] = useState<string>();
  const { language, timeZone } = useVoice();
  const { report: texts } = useTexts(restoringTexts);
  const button = (
    <ConfirmButton
      label={texts.undo}
      title={texts.undoQuestion(name)}
      body={texts.undoBody(name, momentWords(report.at, language, timeZone))}
      onConfirm={async () => setRun((await api.restore.undo.call({ job: report.job })).run)}
    />
  );
  return run === undefined ? button : <Undoing run={run} button={button} />;
}

function Undoing({ run, button }: { run: string; button: ReactNode }): ReactNode {
  const status = useRunProgress(run).data?.status;
  return (
    <>
      <RunProgress run={run} />
      {(status === 'failed' || status === 'interrupted') && <NotUndone run={run} button={button} />}
    </>
  );
}

function NotUndone({ run, button }: { run: string; button: ReactNode }): ReactNode {
  const { report: texts } = useTexts(restoringTexts);
  return (
    <>
      <Text role="alert">{texts.notUndone}</Text>
      <Link href={`#/runs/${run}`}>{texts.whyNotUndone}</Link>
      {button}
    </>
  );
}
