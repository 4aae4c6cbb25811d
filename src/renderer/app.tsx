import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { type ReactNode, useSyncExternalStore } from 'react';
import { Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Clock } from '../shared/model/clock.ts';
import { type Connection, type OwnerApi, OwnerApiContext, useSetupState } from './api/index.ts';
import { useVoiceOfPharmacy, VoiceContext } from './language/index.ts';
import { Routes } from './screens/routes.tsx';
import { Caught, Shell } from './shell/index.ts';
import { Themed } from './theme/index.ts';
import { ClockContext } from './time/index.ts';
import { InWindowContext } from './window/index.ts';

export interface AppProps {
  connection: Connection;
  queries: QueryClient;
  api: OwnerApi;
  clock: Clock;
  isInWindow: boolean;
}

/** The page: what everything on it may use, the frame, and the screen that the address names. */
export function App({ connection, queries, api, clock, isInWindow }: AppProps): ReactNode {
  return (
    <QueryClientProvider client={queries}>
      <ClockContext value={clock}>
        <OwnerApiContext value={api}>
          <InWindowContext value={isInWindow}>
            <Router hook={useHashLocation}>
              <Framed connection={connection} />
            </Router>
          </InWindowContext>
        </OwnerApiContext>
      </ClockContext>
    </QueryClientProvider>
  );
}

function Framed({ connection }: Pick<AppProps, 'connection'>): ReactNode {
  const voice = useVoiceOfPharmacy();
  const [address] = useLocation();
  const { data: setup } = useSetupState();
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  return (
    <VoiceContext value={voice}>
      <Themed language={voice.language}>
        <Shell connection={state} hasNavigation={setup?.isFinished !== false}>
          <Caught address={address}>
            <Routes />
          </Caught>
        </Shell>
      </Themed>
    </VoiceContext>
  );
}
