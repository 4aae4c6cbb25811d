import { chmod, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { PERMISSIONS } from '../../shared/model/person.ts';
import type { ApiContext } from '../api/index.ts';
import { showsKey } from './face-key.ts';
import { refuse } from './refuse.ts';
import { LARGEST_MESSAGE, type ServeFace } from './serve-face.ts';

/** Who reaches the socket runs in the owner's own account, or shows a key that the operating system lets him read. */
const ACCOUNT: ApiContext = { person: undefined, may: (permission) => PERMISSIONS.includes(permission) };

/** The socket by which faces on this machine find the owner process. */
export class LocalSocket {
  private readonly server: Server = createServer((_request, response) => response.writeHead(404).end());
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  private readonly path: string;
  private readonly key: string | undefined;

  /** With a key every account of this PC may knock, and whoever shows it is let in; without one only this account gets here. */
  constructor(path: string, serveFace: ServeFace, key?: string) {
    this.path = path;
    this.key = key;
    this.server.on('upgrade', (request, socket, head) => {
      if (key !== undefined && !showsKey(request, key)) return refuse(socket);
      this.sockets.handleUpgrade(request, socket, head, (face) => serveFace(face, ACCOUNT));
    });
  }

  /** Begins to listen. Only the owner of the profile may call this: what a dead one left at the path is removed. */
  async listen(): Promise<void> {
    if (process.platform !== 'win32') await rm(this.path, { force: true });
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      // A pipe of Windows lets only its own account in, whatever other accounts show.
      const isShared = this.key !== undefined && process.platform === 'win32';
      this.server.listen({ path: this.path, readableAll: isShared, writableAll: isShared }, resolve);
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
