/** Gives up waiting after some milliseconds: the result is then undefined, and the work goes on unheard. */
export type Within = <T>(milliseconds: number, work: Promise<T>) => Promise<T | undefined>;

/** {@link Within} by the process's own timers. */
export async function withinTime<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
