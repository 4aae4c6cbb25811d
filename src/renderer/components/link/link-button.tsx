import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface LinkButtonProps extends Pick<ButtonProps, 'appearance' | 'icon' | 'size'> {
  /** An address of the page, such as `/restore`. */
  to: string;
  children: ReactNode;
  'aria-describedby'?: string | undefined;
}

/** Looks like a button and leads to another screen; a link all the same, for those who hear the page and for the middle mouse button. */
export function LinkButton({ to, ...button }: LinkButtonProps): ReactNode {
  return <Button as="a" href={`#${to}`} {...button} />;
}
