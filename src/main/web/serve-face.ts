import { RPCHandler } from '@orpc/server/ws';
import type { WebSocket } from 'ws';
import type { Api, ApiContext } from '../api/index.ts';

/** Answers what a face asks on its socket, as far as its context may. */
export type ServeFace = (socket: WebSocket, context: ApiContext) => void;

/** Bytes; larger messages are no request of a face of ours. */
export const LARGEST_MESSAGE = 4 * 1024 * 1024;

export function createServeFace(api: Api): ServeFace {
  const handler = new RPCHandler(api);
  return (socket, context) => {
    // A socket that breaks is a face that left; nothing else may end with it.
    socket.on('error', () => socket.terminate());
    void handler.upgrade(socket, { context });
  };
}
