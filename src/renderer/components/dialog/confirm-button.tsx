import { Button, type ButtonProps } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { pageTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { CloseButton } from './close-button.tsx';
import { useCloseDialog } from './close.ts';
import { ModalDialog } from './modal-dialog.tsx';

export interface ConfirmButtonProps extends Pick<ButtonProps, 'size' | 'appearance'> {
  /** On the button that asks, and on the one that does it. */
  label: string;
  /** What the button is called for those who hear the page, where its label says too little. */
  name?: string;
  title: string;
  /** What happens then and how it is undone, in a sentence. */
  body: ReactNode;
  onConfirm: () => Promise<unknown>;
  /** What may take this button away; begins when the dialog is gone. */
  onDone?: (() => void) | undefined;
}

/** Asks before it does something that is not undone by a click. */
export function ConfirmButton({ label, name, title, body, onConfirm, onDone, ...button }: ConfirmButtonProps): ReactNode {
  const { cancel } = useTexts(pageTexts);
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<unknown>();
  const closed = (): void => {
    setOpen(false);
    setError(undefined);
  };
  const actions = (
    <>
      <CloseButton appearance="primary">{cancel}</CloseButton>
      <DoIt label={label.replace('…', '')} onConfirm={onConfirm} onDone={onDone} onFailed={setError} />
    </>
  );
  return (
    <>
      <Button aria-label={name} aria-haspopup="dialog" {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <ModalDialog title={title} onClosed={closed} actions={actions}>
          {typeof body === 'string' ? <span>{body}</span> : body}
          <FailureMessage error={error} />
        </ModalDialog>
      )}
    </>
  );
}

interface DoItProps extends Pick<ConfirmButtonProps, 'label' | 'onConfirm' | 'onDone'> {
  onFailed: (error: unknown) => void;
}

/** Does it once, however often it is pressed before the answer comes. */
function DoIt({ label, onConfirm, onDone, onFailed }: DoItProps): ReactNode {
  const close = useCloseDialog();
  const [isPending, setPending] = useState(false);
  const confirm = async (): Promise<void> => {
    setPending(true);
    onFailed(undefined);
    try {
      await onConfirm();
      close(onDone);
    } catch (failure) {
      onFailed(failure);
      setPending(false);
    }
  };
  return (
    <Button disabledFocusable={isPending} onClick={() => void confirm()}>
      {label}
    </Button>
  );
}
