/** The page's entry: in a browser or in the desktop app's window, which shows it a bridge. */
import { createRoot } from 'react-dom/client';
import { BRIDGE, type WindowBridge } from '../shared/window-port.ts';
import {
  ChangeFollower,
  Connection,
  createOwnerApi,
  createPageKey,
  createQueryClient,
  openMessagePortLine,
  webSocketLine,
} from './api/index.ts';
import { App } from './app.tsx';
import { pageClock } from './time/index.ts';

declare global {
  interface Window {
    /** Undefined in a plain browser. */
    readonly [BRIDGE]?: WindowBridge;
  }
}

const bridge = window[BRIDGE];
const connection = new Connection(bridge === undefined ? webSocketLine(createPageKey) : async () => await openMessagePortLine(bridge));
const queries = createQueryClient();
const api = createOwnerApi(connection.client);
new ChangeFollower(queries, api).follow(connection);
void connection.keepOpen();

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(<App connection={connection} queries={queries} api={api} clock={pageClock} isInWindow={bridge !== undefined} />);
}
