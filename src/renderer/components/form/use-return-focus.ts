import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what opened a dialog when the dialog goes, or to the screen if that is gone as well, and shows what
 * lay behind it to those who hear the page: Fluent's focus trap leaves it hidden when a dialog is taken away while it is open.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What the dialog did may take what opened it away; that is known when it is gone.
      setTimeout(() => {
        const target = opener instanceof HTMLElement && opener.isConnected ? opener : document.querySelector('main');
        if (target === null) return;
        target.focus();
        showAgain(target);
      });
    },
    [opener],
  );
}

function showAgain(target: HTMLElement): void {
  // A dialog above still hides it, as it should.
  if (target.closest('[role=dialog]') === null && document.querySelector('[role=dialog]') !== null) return;
  for (let around: HTMLElement | null = target; around !== null; around = around.parentElement) around.removeAttribute('aria-hidden');
}
