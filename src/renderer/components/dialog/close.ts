import { createContext, use } from 'react';

/** Closes a dialog. `then` begins when it is gone: it may take away what the dialog was opened from. */
export type Close = (then?: () => void) => void;

export const CloseContext = createContext<Close | undefined>(undefined);

/** Closes the dialog around this component. */
export function useCloseDialog(): Close {
  const close = use(CloseContext);
  if (close === undefined) throw new Error('There is no dialog around this component.');
  return close;
}
