/**
 * Something an adapter of `src/main/electron/adapters` promises. The same list holds for the stand-ins that tests use, here, and
 * for the adapters themselves, in real Electron: so it knows neither Jest nor Electron. Fails by throwing.
 */
export interface AdapterPromise<Subject> {
  what: string;
  holds: (subject: Subject) => Promise<void> | void;
}

/** How one promise was kept: `ok`, or what went wrong. */
export interface Kept {
  what: string;
  how: string;
}

/** Tries each promise on a subject of its own. */
export async function tryPromises<Subject extends { end: () => Promise<void> | void }>(
  promises: readonly AdapterPromise<Subject>[],
  make: () => Promise<Subject> | Subject,
): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const { what, holds } of promises) {
    const subject = await make();
    try {
      await holds(subject);
      kept.push({ what, how: 'ok' });
    } catch (error) {
      kept.push({ what, how: String(error) });
    } finally {
      await subject.end();
    }
  }
  return kept;
}

/** Resolves as soon as `isSo`; rejects if that takes longer than two minutes. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries === 12_000) throw new Error(`it never became so: ${isSo.toString()}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}
