import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { pageTexts } from '../../../../shared/text/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { CloseButton, ModalDialog, useCloseDialog } from '../../../components/dialog/index.ts';
import { FailureMessage } from '../../../components/feedback/index.ts';
import { useTexts } from '../../../language/index.ts';

interface StartDialogProps {
  /** Says what it starts: the button that opens it, and its title. */
  title: string;
  appearance?: 'primary';
  /** Begins it; gives the run. */
  start: () => Promise<{ run: string }>;
  children: ReactNode;
}

/** Asks what exactly, starts it, and shows how it goes on. */
export function StartDialog({ title, appearance, start, children }: StartDialogProps): ReactNode {
  const { cancel } = useTexts(pageTexts);
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const actions = (
    <>
      <StartButton start={start} onFailed={setError} />
      <CloseButton>{cancel}</CloseButton>
    </>
  );
  const closed = (): void => {
    setOpen(false);
    setError(null);
  };
  return (
    <>
      <Button appearance={appearance ?? 'secondary'} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {isOpen && (
        <ModalDialog title={title} onClosed={closed} actions={actions}>
          {children}
          <FailureMessage error={error} />
        </ModalDialog>
      )}
    </>
  );
}

function StartButton({ start, onFailed }: Pick<StartDialogProps, 'start'> & { onFailed: (error: unknown) => void }): ReactNode {
  const { actions } = useTexts(runsTexts);
  const [, navigate] = useLocation();
  const close = useCloseDialog();
  const work = useMutation({
    mutationFn: start,
    onSuccess: ({ run }) => close(() => navigate(`/runs/${run}`)),
    onError: onFailed,
  });
  return (
    <Button appearance="primary" disabledFocusable={work.isPending} onClick={() => work.mutate()}>
      {actions.start}
    </Button>
  );
}
