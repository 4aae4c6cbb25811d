import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { RestoreReport } from '../../../shared/model/restore.ts';
import { momentWords, pageTexts, restoringTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { useNow } from '../../time/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { undoableUntil } from './outcome.ts';
import { KEPT_DAYS } from './plan-list.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  actions: { flexWrap: 'wrap' },
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
      <UndoDialog report={report} name={name} />
      <Text>{texts.undoUntil(when(until))}</Text>
    </div>
  );
}

function UndoDialog({ report, name }: { report: RestoreReport; name: string }): ReactNode {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const { language, timeZone } = useVoice();
  const { report: texts } = useTexts(restoringTexts);
  const { cancel } = useTexts(pageTexts);
  const [isOpen, setOpen] = useState(false);
  const undo = useMutation(
    api.restore.undo.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.restore.reports.key() });
        setOpen(false);
      },
    }),
  );
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button>{texts.undo}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.undoQuestion(name)}</DialogTitle>
          <DialogContent>
            {texts.undoBody(name, momentWords(report.at, language, timeZone))}
            <FailureMessage error={undo.error} />
          </DialogContent>
          <DialogActions className={styles.actions}>
            <Button appearance="primary" disabled={undo.isPending} onClick={() => undo.mutate({ job: report.job })}>
              {texts.undo}
            </Button>
            <DialogTrigger disableButtonEnhancement>
              <Button>{cancel}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
