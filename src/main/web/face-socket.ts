import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { keyHeaders, readFaceKey } from './face-key.ts';

/** Where a profile's owner listens, and where the key lies that faces in other accounts show. */
export interface OwnerDoor {
  readonly socket: string;
  readonly faceKey: string;
}

/** Opens a face's socket to the owner process of a profile; undefined if none listens, or it does not let this account in. */
export async function openFaceSocket({ socket: path, faceKey }: OwnerDoor): Promise<WebSocket | undefined> {
  const headers = keyHeaders(await readFaceKey(faceKey));
  const socket = new WebSocket('ws://localhost/rpc', { headers, createConnection: () => connect(path) });
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  if (!isOpen) return undefined;
  // A line that breaks later is told by `close`; without a listener it would end this process.
  socket.on('error', () => socket.terminate());
  return socket;
}
