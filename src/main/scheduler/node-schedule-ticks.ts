import schedule from 'node-schedule';
import type { Ticks } from './ticks.ts';

/**
 * Ticks once a minute. node-schedule loses hours over sleep and changes of the clock (its issues 278, 431, 435), so it only
 * says that time has passed; what is due is worked out anew at every tick.
 */
export const nodeScheduleTicks: Ticks = {
  start(onTick) {
    const job = schedule.scheduleJob('0 * * * * *', () => onTick());
    return () => void job.cancel();
  },
};
