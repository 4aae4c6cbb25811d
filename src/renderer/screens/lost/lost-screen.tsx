import { type ReactNode, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { LostThing } from '../../../shared/model/loss.ts';
import { DeclaredLoss } from './declared-loss.tsx';
import { LostFactsStep } from './lost-facts-step.tsx';
import { WhichThing } from './which-thing.tsx';

/** A disk, a place or a PC is missing: what was on it, who could read it, what to change, and a statement to print. */
export function LostScreen(): ReactNode {
  const [thing, setThing] = useState<LostThing>();
  return (
    <Switch>
      <Route path="/lost">
        <WhichThing chosen={thing} onChoose={setThing} />
      </Route>
      <Route path="/lost/what">{thing ? <LostFactsStep thing={thing} /> : <Redirect to="/lost" />}</Route>
      <Route path="/lost/declared/:id">{({ id }) => <DeclaredLoss id={id} />}</Route>
      <Route>
        <Redirect to="/lost" />
      </Route>
    </Switch>
  );
}
