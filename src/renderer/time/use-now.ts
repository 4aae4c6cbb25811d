import { createContext, use, useEffect, useState } from 'react';
import type { Clock } from '../../shared/model/clock.ts';

export const ClockContext = createContext<Clock | undefined>(undefined);

/** Milliseconds between two looks at the clock for what says how old something is. */
const MINUTE = 60_000;

/** The page's clock, for lengths of time and for moments that a click decides. */
export function useClock(): Clock {
  const clock = use(ClockContext);
  if (clock === undefined) throw new Error('There is no clock around this component.');
  return clock;
}

/** The time, looked at again every minute. */
export function useNow(): Date {
  const clock = useClock();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), MINUTE);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
