import { type ReactNode, useState } from 'react';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { useTexts } from '../../../language/index.ts';
import { StartDialog } from './start-dialog.tsx';
import { chosen, WhatToRun } from './what-to-run.tsx';

/** Backs up now: everything, a tier, or one source. */
export function BackUpDialog(): ReactNode {
  const { actions } = useTexts(runsTexts);
  const { runs } = useApi();
  const [what, setWhat] = useState('');
  return (
    <StartDialog title={actions.backUp} appearance="primary" start={async () => await runs.start.call(chosen(what))}>
      <WhatToRun value={what} onChange={setWhat} hasTiers />
    </StartDialog>
  );
}
