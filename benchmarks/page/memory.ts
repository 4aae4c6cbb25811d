import type { CDPSession, Page } from 'playwright-core';

/** Bytes of the page's own objects, after everything that can go has gone. */
export async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Counts the messages of progress that a page hears; the page has to be loaded after this. */
export function countProgress(page: Page): () => number {
  let count = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (payload.toString().includes('"progress"')) count += 1;
    }),
  );
  return () => count;
}
