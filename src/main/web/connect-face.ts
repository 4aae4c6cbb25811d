import { connect } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { Contract } from '../../shared/contract/index.ts';

/** What a face asks the owner with. */
export type FaceClient = ContractRouterClient<Contract>;

/** Connects to the owner process of a profile; undefined if none listens. */
export async function connectFace(socketPath: string): Promise<{ client: FaceClient; close: () => void } | undefined> {
  const socket = new WebSocket('ws://localhost/rpc', { createConnection: () => connect(socketPath) });
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  if (!isOpen) return undefined;
  // The link takes a browser's WebSocket, whose face this one has too.
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  return { client: createORPCClient(link), close: () => socket.close() };
}
