import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../../api/index.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import { bestCopy } from '../../components/restore-points/index.ts';

/** What came of asking one restore point. */
export type Answer =
  | { state: 'waiting' | 'asking' | 'cancelled' }
  | { state: 'answered'; answer: string | number | undefined }
  | { state: 'failed'; error: unknown };

export interface AskedQuestion {
  source: string;
  part: string;
  question: string;
}

/** Asks one question of several restore points, one after the other: each is opened in a private copy, which takes room. */
export function useAsk() {
  const { ask } = useApi().restore;
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const work = useRef<AbortController>(undefined);
  const cancel = useCallback(() => work.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const start = async (asked: AskedQuestion, points: readonly TimelinePoint[]): Promise<void> => {
    cancel();
    const controller = new AbortController();
    work.current = controller;
    const note = (point: string, answer: Answer): void => {
      if (work.current === controller) setAnswers((known) => new Map(known).set(point, answer));
    };
    setAnswers(new Map(points.map(({ point }) => [point, { state: 'waiting' }])));
    for (const point of points) {
      const copy = bestCopy(point);
      if (copy === undefined || controller.signal.aborted) note(point.point, { state: 'cancelled' });
      else {
        note(point.point, { state: 'asking' });
        const { destination, disk, snapshot } = copy;
        note(
          point.point,
          await answerTo(ask.call({ ...asked, destination, disk, snapshot }, { signal: controller.signal }), controller.signal),
        );
      }
    }
  };
  return { answers, start, cancel };
}

async function answerTo(asked: Promise<{ answer?: string | number | undefined }>, signal: AbortSignal): Promise<Answer> {
  try {
    return { state: 'answered', answer: (await asked).answer };
  } catch (error) {
    return signal.aborted ? { state: 'cancelled' } : { state: 'failed', error };
  }
}
