/**
 * Works on items in order, some of them ahead of the one that is handed out. When the consumer leaves early, `stop` is
 * called and what is under way has ended before the generator has.
 */
export async function* readAhead<T, R>(
  items: Iterable<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
  stop: () => void = () => undefined,
): AsyncGenerator<[item: T, result: R]> {
  const iterator = items[Symbol.iterator]();
  const running: { item: T; result: Promise<R> }[] = [];
  const fill = (): void => {
    while (running.length < ahead) {
      const next = iterator.next();
      if (next.done) return;
      const result = work(next.value);
      // Whoever takes it sees the failure; until then it must not count as unhandled.
      result.catch(() => undefined);
      running.push({ item: next.value, result });
    }
  };
  try {
    for (fill(); running.length > 0; fill()) {
      const { item, result } = running.shift() as { item: T; result: Promise<R> };
      yield [item, await result];
    }
  } finally {
    if (running.length > 0) stop();
    await Promise.allSettled(running.map(({ result }) => result));
  }
}
