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
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { pageTexts } from '../../../../shared/text/index.ts';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { FailureMessage } from '../../../components/feedback/index.ts';
import { useTexts } from '../../../language/index.ts';

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

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
  const { actions } = useTexts(runsTexts);
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [, navigate] = useLocation();
  const work = useMutation({
    mutationFn: start,
    onSuccess: ({ run }) => {
      setOpen(false);
      navigate(`/runs/${run}`);
    },
  });
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance={appearance ?? 'secondary'}>{title}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {children}
            <FailureMessage error={work.error} />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={work.isPending} onClick={() => work.mutate()}>
              {actions.start}
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
