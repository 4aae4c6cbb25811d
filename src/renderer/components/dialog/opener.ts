/** What had the focus when a dialog was opened. */
export interface Opener {
  /** Gives the focus back when the dialog is gone, and shows the page to those who hear it. */
  giveBack(): void;
}

/** Remembers what has the focus now. */
export function openerOfDialog(): Opener {
  const opener = document.activeElement;
  const around = opener?.closest<HTMLElement>('[role=dialog]');
  return {
    giveBack: () => {
      // A dialog that was opened from another one leaves that open.
      const home = around?.isConnected === true ? firstIn(around) : document.querySelector('main');
      const target = opener instanceof HTMLElement && opener !== document.body && opener.isConnected ? opener : home;
      if (target === null) return;
      target.focus();
      showAgain(target);
      if (target !== home) keepFocus(target, home);
    },
  };
}

/** Where the focus can be in a dialog. */
function firstIn(dialog: HTMLElement): HTMLElement | null {
  return dialog.querySelector<HTMLElement>('input, select, button, a[href]');
}

/** What the dialog did may take its opener away a moment later: the focus then goes to what lies around it, not to nowhere. */
function keepFocus(target: HTMLElement, home: HTMLElement | null): void {
  const watch = new MutationObserver(() => {
    if (target.isConnected) return;
    stop();
    home?.focus();
  });
  const stop = (): void => {
    watch.disconnect();
    document.removeEventListener('focusin', stop);
  };
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', stop);
}

/** The focus trap of a dialog that was torn out leaves the page hidden. A dialog above still hides it, as it should. */
function showAgain(target: HTMLElement): void {
  if (target.closest('[role=dialog]') === null && document.querySelector('[role=dialog]') !== null) return;
  for (let around: HTMLElement | null = target; around !== null; around = around.parentElement) around.removeAttribute('aria-hidden');
}
