import { lazy, type ReactNode, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useSetupState } from '../api/index.ts';
import { HomeScreen } from './home/index.ts';
import { NotFoundScreen } from './not-found/index.ts';

const SetupScreen = lazy(async () => ({ default: (await import('./setup/index.ts')).SetupScreen }));
const RunsScreen = lazy(async () => ({ default: (await import('./runs/index.ts')).RunsScreen }));
const RunScreen = lazy(async () => ({ default: (await import('./runs/index.ts')).RunScreen }));
const LostScreen = lazy(async () => ({ default: (await import('./lost/index.ts')).LostScreen }));
const RecoverScreen = lazy(async () => ({ default: (await import('./recover/index.ts')).RecoverScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import('./settings/index.ts')).SettingsScreen }));
const AttackScreen = lazy(async () => ({ default: (await import('./attack/index.ts')).AttackScreen }));
const RestoreScreen = lazy(async () => ({ default: (await import('./restore/index.ts')).RestoreScreen }));

/** Which screen an address shows. Home is there at once; the others come when they are gone to. */
export function Routes(): ReactNode {
  const { data: setup, isPending } = useSetupState();
  const [location] = useLocation();
  // Whether there is anything to show is known in a moment.
  if (isPending) return undefined;
  const mayBeSeen = setup?.isFinished !== false || location.startsWith('/setup') || location.startsWith('/recover');
  if (!mayBeSeen) return <Redirect to={setup.reached === 'pharmacy' ? '/setup' : `/setup/${setup.step}`} replace />;
  return (
    <Suspense>
      <Switch>
        <Route path="/">
          <HomeScreen />
        </Route>
        <Route path="/setup/:step?">{({ step }) => <SetupScreen step={step} />}</Route>
        <Route path="/runs">
          <RunsScreen />
        </Route>
        <Route path="/runs/day/:day">{({ day }) => <RunsScreen day={day} />}</Route>
        <Route path="/runs/:id">{({ id }) => <RunScreen id={id} />}</Route>
        <Route path="/lost/*?">
          <LostScreen />
        </Route>
        <Route path="/recover/*?">
          <RecoverScreen />
        </Route>
        <Route path="/settings/:area?">{({ area }) => <SettingsScreen area={area} />}</Route>
        <Route path="/attack">
          <AttackScreen />
        </Route>
        <Route path="/restore/*?">
          <RestoreScreen />
        </Route>
        <Route>
          <NotFoundScreen />
        </Route>
      </Switch>
    </Suspense>
  );
}
