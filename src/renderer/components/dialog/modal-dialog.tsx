import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { type Close, CloseContext } from './close.ts';
import { openerOfDialog } from './opener.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // Fluent leaves them half of the width, in which two long labels are broken.
  actions: { gridColumnStart: 1 },
});

export interface ModalDialogProps {
  title: string;
  /** The dialog is gone, in whatever way it was closed; what shows it may leave it out now. */
  onClosed: () => void;
  /** What is in it closes it by `useCloseDialog`. */
  children: ReactNode;
  /** Buttons at its end; left out where the content has its own. */
  actions?: ReactNode;
  /** The last button stands right, the others left. */
  isSpread?: boolean;
}

/**
 * The one way in which a question or a form stands over the page. Open as long as it is there. It closes before what shows it leaves
 * it out, because Fluent's focus trap frees the page only then; and the focus goes back to what opened it, or to the screen where
 * that is gone. One that is torn out while it is open (its screen was left) does the same.
 */
export function ModalDialog({ title, onClosed, children, actions, isSpread = false }: ModalDialogProps): ReactNode {
  const styles = useStyles();
  const { isOpen, close } = useClosing(onClosed);
  return (
    <Dialog open={isOpen} surfaceMotion={null} onOpenChange={(_event, data) => !data.open && close()}>
      <DialogSurface>
        <CloseContext value={close}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>{children}</DialogContent>
            {actions !== undefined && (
              <DialogActions className={styles.actions} fluid={isSpread}>
                {actions}
              </DialogActions>
            )}
          </DialogBody>
        </CloseContext>
      </DialogSurface>
    </Dialog>
  );
}

function useClosing(onClosed: () => void): { isOpen: boolean; close: Close } {
  const [isOpen, setOpen] = useState(true);
  const [opener] = useState(openerOfDialog);
  const closed = useRef(onClosed);
  const next = useRef<() => void>(undefined);
  useEffect(() => {
    closed.current = onClosed;
  });
  useEffect(() => {
    if (isOpen) return () => void setTimeout(() => opener.giveBack());
    const gone = setTimeout(() => {
      closed.current();
      next.current?.();
    });
    return () => clearTimeout(gone);
  }, [isOpen, opener]);
  const close = useCallback<Close>((then) => {
    next.current = then;
    setOpen(false);
  }, []);
  return { isOpen, close };
}
