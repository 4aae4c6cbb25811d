import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/index.ts';
import { openFaceSocket, type OwnerDoor } from './face-socket.ts';

/** What a face asks the owner with. */
export type FaceClient = ContractRouterClient<Contract>;

export interface ConnectedFace {
  client: FaceClient;
  /** Resolves when the line has ended, whoever ended it. */
  ended: Promise<void>;
  close: () => void;
}

/** Connects to the owner process of a profile; undefined if none listens. */
export async function connectFace(door: OwnerDoor): Promise<ConnectedFace | undefined> {
  const socket = await openFaceSocket(door);
  if (socket === undefined) return undefined;
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  // The link takes a browser's WebSocket, whose face this one has too.
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  return { client: createORPCClient(link), ended, close: () => socket.close() };
}
