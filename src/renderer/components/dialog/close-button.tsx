import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useCloseDialog } from './close.ts';

export interface CloseButtonProps extends Pick<ButtonProps, 'appearance'> {
  children: ReactNode;
}

/** Closes the dialog it stands in, and does nothing else. */
export function CloseButton({ children, appearance }: CloseButtonProps): ReactNode {
  const close = useCloseDialog();
  return (
    <Button {...(appearance !== undefined && { appearance })} onClick={() => close()}>
      {children}
    </Button>
  );
}
