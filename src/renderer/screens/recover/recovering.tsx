import type { ReactNode } from 'react';
import { recoverTexts } from '../../../shared/text/screens/recover/index.ts';
import { Section } from '../../components/page/index.ts';
import { RestoreRun } from '../../components/restoring/index.ts';
import { useTexts } from '../../language/index.ts';
import { Lines } from './lines.tsx';
import { useRecovery } from './recovery-context.ts';

/** Everything on its way back, and what is still to be changed. */
export function Recovering({ run }: { run: string }): ReactNode {
  const { change } = useTexts(recoverTexts);
  const credentials = useRecovery().recovery.taken?.credentialsToChange ?? [];
  const footer = credentials.length > 0 && (
    <Section title={change}>
      <Lines lines={credentials} />
    </Section>
  );
  return <RestoreRun run={run} footer={footer} />;
}
