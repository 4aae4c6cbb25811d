/** When something was on the screen for the first time, in milliseconds since the navigation began. */
export type Painted = Record<string, number>;

/** Runs in the page, before anything of it: notes when each of the named selectors was first painted. */
export function watchPaint(selectors: Readonly<Record<string, string>>): void {
  const painted: Painted = {};
  Object.assign(globalThis, { painted });
  const pending = new Map(Object.entries(selectors));
  const look = (): void => {
    for (const [name, selector] of pending) {
      if (document.querySelector(selector) === null) continue;
      pending.delete(name);
      // After the frame in which it is drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => (painted[name] = performance.now()), { once: true });
        port1.start();
        port2.postMessage(undefined);
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}
