import {
  Button,
  type ButtonProps,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { pageTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { FailureMessage } from '../feedback/index.ts';

export interface ConfirmButtonProps extends Pick<ButtonProps, 'size' | 'appearance'> {
  /** On the button that asks, and on the one that does it. */
  label: string;
  /** What the button is called for those who hear the page, where its label says too little. */
  name?: string;
  title: string;
  /** What happens then and how it is undone, in a sentence. */
  body: ReactNode;
  onConfirm: () => Promise<unknown>;
}

/** Asks before it does something that is not undone by a click. */
export function ConfirmButton({ label, name, title, body, onConfirm, ...button }: ConfirmButtonProps): ReactNode {
  const { cancel } = useTexts(pageTexts);
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<unknown>();
  const confirm = async (): Promise<void> => {
    try {
      await onConfirm();
      setOpen(false);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(_event, data) => {
        setError(undefined);
        setOpen(data.open);
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button aria-label={name} {...button}>
          {label}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {body}
            <FailureMessage error={error} />
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary">{cancel}</Button>
            </DialogTrigger>
            <Button onClick={() => void confirm()}>{label.replace('…', '')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
