import type { JobStatus } from '../../../shared/model/run.ts';
import type { Mark } from '../../components/marks/index.ts';

/** How an outcome looks. */
export const STATUS_MARKS: Readonly<Record<JobStatus, Mark>> = {
  scheduled: 'working',
  running: 'working',
  completed: 'good',
  'completed-with-warnings': 'warning',
  failed: 'bad',
  skipped: 'away',
  interrupted: 'warning',
};
