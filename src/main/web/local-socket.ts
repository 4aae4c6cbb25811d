import { chmod, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { PERMISSIONS } from '../../shared/model/person.ts';
import type { ApiContext } from '../api/index.ts';
import { LARGEST_MESSAGE, type ServeFace } from './serve-face.ts';

/** Who reaches the socket runs in the owner's own account: the operating system has let him through. */
const ACCOUNT: ApiContext = { person: undefined, may: (permission) => PERMISSIONS.includes(permission) };

/** The socket by which faces on this machine find the owner process. */
export class LocalSocket {
  private readonly server: Server = createServer((_request, response) => response.writeHead(404).end());
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  private readonly path: string;

  constructor(path: string, serveFace: ServeFace) {
    this.path = path;
    this.server.on('upgrade', (request, socket, head) =>
      this.sockets.handleUpgrade(request, socket, head, (face) => serveFace(face, ACCOUNT)),
    );
  }

  /** Begins to listen. Only the owner of the profile may call this: what a dead one left at the path is removed. */
  async listen(): Promise<void> {
    if (process.platform !== 'win32') await rm(this.path, { force: true });
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.path, resolve);
    });
    // Whatever the umask: who may write it may ask. Its folder is private already, for the moment before.
    if (process.platform !== 'win32') await chmod(this.path, 0o600);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
