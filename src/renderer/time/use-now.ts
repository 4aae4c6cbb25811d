import { createContext, use, useEffect, useState } from 'react';
import type { Clock } from '../../shared/model/clock.ts';

export const ClockContext = createContext<Clock | undefined>(undefined);

/** Milliseconds between two looks at the clock for what says how old something is. */
const MINUTE = 60_000;

/** The time, looked at again every minute. */
export function useNow(): Date {
  const clock = use(ClockContext);
  if (clock === undefined) throw new Error('There is no clock around this component.');
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), MINUTE);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
