import { type ReactNode, useMemo, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { FoundStep } from './found-step.tsx';
import { FromStep } from './from-step.tsx';
import { KeyStep } from './key-step.tsx';
import { Recovering } from './recovering.tsx';
import { NO_RECOVERY, type Recovery } from './recovery.ts';
import { RecoveryContext } from './recovery-context.ts';
import { RestoreStep } from './restore-step.tsx';
import { StartStep } from './start-step.tsx';
import { TakenStep } from './taken-step.tsx';

/** From a copy and a paper to a working installation on a blank PC; moving to a new PC is the same way. */
export function RecoverScreen(): ReactNode {
  const [recovery, setRecovery] = useState<Recovery>(NO_RECOVERY);
  const context = useMemo(() => ({ recovery, say: (said: Partial<Recovery>) => setRecovery((now) => ({ ...now, ...said })) }), [recovery]);
  const { place, found, taken } = recovery;
  return (
    <RecoveryContext value={context}>
      <Switch>
        <Route path="/recover">
          <StartStep />
        </Route>
        <Route path="/recover/from">
          <FromStep />
        </Route>
        <Route path="/recover/key">{place ? <KeyStep place={place} /> : <Redirect to="/recover" />}</Route>
        <Route path="/recover/found">{found ? <FoundStep found={found} /> : <Redirect to="/recover" />}</Route>
        <Route path="/recover/taken">{taken ? <TakenStep taken={taken} /> : <Redirect to="/recover" />}</Route>
        <Route path="/recover/restore">
          <RestoreStep />
        </Route>
        <Route path="/recover/run/:id">{({ id }) => <Recovering run={id} />}</Route>
        <Route>
          <Redirect to="/recover" />
        </Route>
      </Switch>
    </RecoveryContext>
  );
}
