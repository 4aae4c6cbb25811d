import { Body1 } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { runsTexts } from '../../../../shared/text/screens/runs/index.ts';
import { useApi } from '../../../api/index.ts';
import { useTexts } from '../../../language/index.ts';
import { StartDialog } from './start-dialog.tsx';
import { chosen, WhatToRun } from './what-to-run.tsx';

/** Tries out now whether copies come back. */
export function ProveDialog(): ReactNode {
  const { actions } = useTexts(runsTexts);
  const { runs } = useApi();
  const [what, setWhat] = useState('');
  return (
    <StartDialog title={actions.prove} start={async () => await runs.prove.call({ sources: chosen(what).sources })}>
      <Body1>{actions.proveLead}</Body1>
      <WhatToRun value={what} onChange={setWhat} />
    </StartDialog>
  );
}
