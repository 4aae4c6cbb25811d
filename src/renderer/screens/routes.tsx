import type { ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useSetupState } from '../api/index.ts';
import { Waiting } from '../components/query/index.ts';
import { HomeScreen } from './home/index.ts';
import { laterScreen } from './later-screen.tsx';
import { NotFoundScreen } from './not-found/index.ts';

const SetupScreen = laterScreen('setup', async () => (await import('./setup/index.ts')).SetupScreen);
const RunsScreen = laterScreen('runs', async () => (await import('./runs/index.ts')).RunsScreen);
const RunScreen = laterScreen('run', async () => (await import('./runs/index.ts')).RunScreen);
const LostScreen = laterScreen('lost', async () => (await import('./lost/index.ts')).LostScreen);
const RecoverScreen = laterScreen('recover', async () => (await import('./recover/index.ts')).RecoverScreen);
const SettingsScreen = laterScreen('settings', async () => (await import('./settings/index.ts')).SettingsScreen);
const AttackScreen = laterScreen('attack', async () => (await import('./attack/index.ts')).AttackScreen);
const RestoreScreen = laterScreen('restore', async () => (await import('./restore/index.ts')).RestoreScreen);

/** Which screen an address shows. Home is there at once; the others come when they are gone to. */
export function Routes(): ReactNode {
  const { data: setup, isPending } = useSetupState();
  const [location] = useLocation();
  // Whether there is anything to show is known in a moment.
  if (isPending) return <Waiting lines={8} />;
  const mayBeSeen = setup?.isFinished !== false || location.startsWith('/setup') || location.startsWith('/recover');
  if (!mayBeSeen) return <Redirect to={setup.reached === 'pharmacy' ? '/setup' : `/setup/${setup.step}`} replace />;
  return (
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
      <Route path="/settings/:area?/*?">{({ area }) => <SettingsScreen area={area} />}</Route>
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
  );
}
