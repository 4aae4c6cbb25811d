import { createServer } from 'node:net';
import { LifeboatError } from '../../../shared/errors/index.ts';

/** A port of the loopback that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (typeof address === 'object' && address !== null) return address.port;
  throw new LifeboatError('io-failed', { path: '127.0.0.1', reason: 'EADDRINUSE' });
}
