import { connect } from 'node:net';
import type { DetectionGround } from '../kind.ts';

/** How a product is recognised by the first bytes it says. */
export interface Greeting {
  port: number;
  /** What has to be said first; undefined where the server begins. */
  hello?: Uint8Array;
  isMine: (reply: Buffer) => boolean;
}

const PATIENCE = 1500;
const ENOUGH = 5;

/** Whether a server of this product answers on this computer. Anything else, also silence, is a no. */
export async function isGreetedBy({ port, hello, isMine }: Greeting, ground: Pick<DetectionGround, 'limit' | 'signal'>): Promise<boolean> {
  return await new Promise<boolean>((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, signal: ground.signal });
    let reply = Buffer.alloc(0);
    const answer = (): void => {
      resolve(reply.length > 0 && isMine(reply));
      socket.destroy();
    };
    socket.setTimeout(Math.min(PATIENCE, ground.limit), answer);
    socket.once('connect', () => hello && socket.write(hello));
    socket.on('data', (piece: Buffer) => {
      reply = Buffer.concat([reply, piece]);
      if (isMine(reply) || reply.length >= ENOUGH) answer();
    });
    for (const ending of ['error', 'close', 'end'] as const) socket.once(ending, answer);
  });
}
