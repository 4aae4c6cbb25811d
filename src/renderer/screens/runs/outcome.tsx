import type { ReactNode } from 'react';
import type { JobStatus } from '../../../shared/model/run.ts';
import { runWords } from '../../../shared/text/index.ts';
import { StateIcon } from '../../components/marks/index.ts';
import { useTexts } from '../../language/index.ts';
import { STATUS_MARKS } from './marks.ts';

/** How a run or one of its steps ended: by shape and word. */
export function Outcome({ status }: { status: JobStatus }): ReactNode {
  const { statuses } = useTexts(runWords);
  return (
    <>
      <StateIcon mark={STATUS_MARKS[status]} /> {statuses[status]}
    </>
  );
}
