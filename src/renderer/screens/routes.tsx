import { type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { HomeScreen } from './home/index.ts';
import { NotFoundScreen } from './not-found/index.ts';

/** Which screen an address shows. Home is there at once; the others come when they are gone to. */
export function Routes(): ReactNode {
  return (
    <Suspense>
      <Switch>
        <Route path="/">
          <HomeScreen />
        </Route>
        <Route>
          <NotFoundScreen />
        </Route>
      </Switch>
    </Suspense>
  );
}
