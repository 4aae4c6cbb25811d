import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Facts } from './facts.ts';

const PIPE = '\\\\.\\pipe\\lifeboat-test';

/** How a face talks to the owner process. */
export const socketFacts: Facts = {
  pipe: async () => {
    const server = await listening(PIPE);
    const program = `
      const socket = require('node:net').connect(process.argv[1]);
      socket.on('data', (data) => console.log(String(data)));
      socket.write('hello');`;
    const child = spawn(process.execPath, ['-e', program, PIPE], { stdio: ['ignore', 'pipe', 'ignore'] });
    const answer = await text(child.stdout);
    server.close();
    return answer.trim();
  },
  pipeNobody: async () => {
    const [error] = (await once(connect('\\\\.\\pipe\\lifeboat-nobody'), 'error').catch((failure: unknown) => [failure])) as [
      { code: string },
    ];
    return error.code;
  },
  tcp: async () => {
    const server = createServer((socket) => socket.end('over loopback'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const answer = await text(connect((server.address() as AddressInfo).port, '127.0.0.1'));
    server.close();
    return answer;
  },
};

async function listening(pipe: string): Promise<Server> {
  const server = createServer((socket) => socket.once('data', (data) => socket.end(`owner heard ${String(data)}`)));
  server.listen(pipe);
  await once(server, 'listening');
  return server;
}
