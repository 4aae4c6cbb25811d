import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { pipeline, Transform } from 'node:stream';

/** The pharmacy's line to a service on the loopback: it can be cut and mended, on one port. */
export class Line {
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #isSilent = false;

  readonly #cutsAt: (said: Buffer) => boolean;

  private constructor(target: number, cutsAt: (said: Buffer) => boolean) {
    this.#target = target;
    this.#cutsAt = cutsAt;
  }

  /** `cutsAt` hears what is said to the service, piece by piece: when it answers true that piece and all that follows is lost. */
  static async to(target: number, cutsAt: (said: Buffer) => boolean = () => false): Promise<Line> {
    const line = new Line(target, cutsAt);
    await line.mend();
    return line;
  }

  get port(): number {
    return this.#port;
  }

  /** Everything under way breaks off, and nobody answers any more. */
  async cut(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** What is said to the service from now on is lost, and nobody is told: all connections stay, new ones too. */
  fallSilent(): void {
    this.#isSilent = true;
  }

  async mend(): Promise<void> {
    this.#isSilent = false;
    const server = createServer({ allowHalfOpen: true }, (near) => this.#join(near, connect(this.#target, '127.0.0.1')));
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    this.#port = address.port;
    this.#server = server;
  }

  #join(near: Socket, far: Socket): void {
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    far.pipe(near);
    pipeline(near, this.#listener(), far, () => near.destroy());
  }

  #listener(): Transform {
    return new Transform({
      transform: (said: Buffer, _encoding, pass) => {
        const cuts = !this.#isSilent && this.#server !== undefined && this.#cutsAt(said);
        if (this.#isSilent) return;
        if (cuts) void this.cut();
        else pass(null, said);
      },
    });
  }
}
