import { useCallback, useEffect, useRef } from 'react';

/**
 * What takes the dialog's own place away (going to another screen, a line that vanishes) must wait until the dialog is gone and has
 * given the focus back: one that is torn out while it is open leaves the page hidden from those who hear it.
 */
export function useAfterClose(): { after: (work: () => void) => void; onGone: () => void } {
  const waiting = useRef<(() => void) | undefined>(undefined);
  const after = useCallback((work: () => void) => {
    waiting.current = work;
  }, []);
  const onGone = useCallback(() => {
    const work = waiting.current;
    waiting.current = undefined;
    if (work !== undefined) setTimeout(work, 0);
  }, []);
  return { after, onGone };
}

/** Stands in a dialog and tells when that is gone. */
export function Gone({ onGone }: { onGone: () => void }): undefined {
  useEffect(() => onGone, [onGone]);
  return undefined;
}
