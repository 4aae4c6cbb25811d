import { type ReactNode, useMemo, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { RestoreRun } from '../../components/restoring/index.ts';
import { CleanPc } from './clean-pc.tsx';
import { FastLane } from './fast-lane.tsx';
import { Happened } from './happened.tsx';
import { PlanStep } from './plan-step.tsx';
import { WhatStep } from './what-step.tsx';
import { WhenStep } from './when-step.tsx';
import { WhereStep } from './where-step.tsx';
import { NO_WISH, type Wish, withWish } from './wish.ts';
import { WishContext } from './wish-context.ts';

/** The restore wizard: from what happened to a report of what came back. What was said lives as long as the screen is shown. */
export function RestoreScreen(): ReactNode {
  const [wish, setWish] = useState<Wish>(NO_WISH);
  const context = useMemo(() => ({ wish, say: (said: Partial<Wish>) => setWish((now) => withWish(now, said)) }), [wish]);
  return (
    <WishContext value={context}>
      <Switch>
        <Route path="/restore">
          <Happened />
        </Route>
        <Route path="/restore/fast">
          <FastLane />
        </Route>
        <Route path="/restore/run/:id">{({ id }) => <RestoreRun key={id} run={id} />}</Route>
        {wish.reason !== undefined && <Steps />}
        <Route>
          <Redirect to="/restore" />
        </Route>
      </Switch>
    </WishContext>
  );
}

/** The steps that need to know what happened. */
function Steps(): ReactNode {
  return (
    <Switch>
      <Route path="/restore/clean-pc">
        <CleanPc />
      </Route>
      <Route path="/restore/when">
        <WhenStep />
      </Route>
      <Route path="/restore/what">
        <WhatStep />
      </Route>
      <Route path="/restore/where">
        <WhereStep />
      </Route>
      <Route path="/restore/plan">
        <PlanStep />
      </Route>
      <Route>
        <Redirect to="/restore" />
      </Route>
    </Switch>
  );
}
