import { Body1, Button, Field, Input } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { keepingTexts, pageTexts } from '../../../shared/text/index.ts';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { CloseButton, ModalDialog, useCloseDialog } from '../dialog/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { useFormStyles } from '../form/index.ts';

/** Characters; what the contract takes. */
const LONGEST = 200;

interface KeepDialogProps {
  title: string;
  /** Ids of restore points. */
  points: readonly string[];
  onKept: () => Promise<void>;
  onClosed: () => void;
}

/** Says what it means that a restore point stays, and asks what for. */
export function KeepDialog({ title, onClosed, ...form }: KeepDialogProps): ReactNode {
  return (
    <ModalDialog title={title} onClosed={onClosed}>
      <KeepForm {...form} />
    </ModalDialog>
  );
}

function KeepForm({ points, onKept }: Pick<KeepDialogProps, 'points' | 'onKept'>): ReactNode {
  const texts = useTexts(keepingTexts);
  const { cancel } = useTexts(pageTexts);
  const styles = useFormStyles();
  const close = useCloseDialog();
  const api = useApi();
  const [note, setNote] = useState('');
  const keep = useMutation({
    mutationFn: async () => {
      const why = note.trim();
      await api.runs.keep.call({ points: [...points], ...(why !== '' && { note: why }) });
      await onKept();
    },
    onSuccess: () => close(),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!keep.isPending) keep.mutate();
      }}
    >
      <Body1 as="p" className={styles.note}>
        {texts.lead}
      </Body1>
      <Field label={texts.why} hint={texts.whyHint}>
        <Input value={note} maxLength={LONGEST} onChange={(_event, data) => setNote(data.value)} />
      </Field>
      <FailureMessage error={keep.error} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={keep.isPending}>
          {texts.doIt}
        </Button>
        <CloseButton appearance="subtle">{cancel}</CloseButton>
      </div>
    </form>
  );
}
