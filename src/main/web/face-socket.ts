import { connect } from 'node:net';
import { WebSocket } from 'ws';

/** Opens a face's socket to the owner process of a profile; undefined if none listens, or it lets nobody in. */
export async function openFaceSocket(socketPath: string): Promise<WebSocket | undefined> {
  const socket = new WebSocket('ws://localhost/rpc', { createConnection: () => connect(socketPath) });
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  if (!isOpen) return undefined;
  // A line that breaks later is told by `close`; without a listener it would end this process.
  socket.on('error', () => socket.terminate());
  return socket;
}
