import type { ErrorReport } from './errors/index.ts';

/**
 * How the page in the app's own window gets its line to the owner process. The preload puts one thing into the page,
 * `window.lifeboat`; a browser has none and uses the WebSocket. A port cannot be returned through Electron's bridge, so it
 * comes to the page as a message of its own window.
 */
export interface WindowBridge {
  /**
   * Asks for a port. It comes as a `message` event of this window with the data `{ type: 'lifeboat-port' }` and the port as
   * its only one. The first that is said on it is a `WindowWord`; after an open one the contract is spoken. When the owner
   * process has ended the port closes; ask again then.
   */
  connect(): void;
}

/** Whether there is an owner process at the other end; if not, the port closes. */
export type WindowWord = { line: 'open' } | { line: 'none'; problem: ErrorReport | undefined };

/** The name of the bridge in the page's `window`. */
export const BRIDGE = 'lifeboat';
/** The `type` of the message that carries the port. */
export const PORT_MESSAGE = 'lifeboat-port';
/** What the preload says to the main process: the only channel between them. */
export const CONNECT_CHANNEL = 'lifeboat:connect';
