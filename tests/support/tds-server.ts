import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';

/** What a batch is answered with: rows of text, an error's number, or nothing until the client asks to stop. */
export type Answer = { rows: readonly (readonly (string | null)[])[] } | { error: number } | 'when-stopped';

const [PRELOGIN, BATCH, ATTENTION, LOGIN, RESPONSE] = [0x12, 0x01, 0x06, 0x10, 0x04];
/** Version and "encryption on" (MS-TDS 2.2.6.5). */
const PRELOGIN_ANSWER = Buffer.of(0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 16, 0, 0, 0, 0, 0, 1);

/** Enough of the protocol of SQL Server, encrypted, for its real client to sign in and to run batches. */
export class TdsServer {
  readonly batches: string[] = [];
  /** How often a client asked for anything, and how often to stop what runs. */
  asked = 0;
  stops = 0;
  /** Hears, and answers nobody. */
  isFrozen = false;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #context: ReturnType<typeof createSecureContext>;
  readonly #answer: (sql: string) => Answer;

  /** `folder` is where a certificate that nobody vouches for is made. */
  constructor(folder: string, answer: (sql: string) => Answer) {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert];
    execFileSync('openssl', args, { stdio: 'ignore' });
    this.#context = createSecureContext({ key: readFileSync(key), cert: readFileSync(cert), maxVersion: 'TLSv1.2' });
    this.#answer = answer;
    this.#server = createServer((socket) => this.#serve(socket));
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as { port: number }).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    let isRaw = false;
    let isGreeted = false;
    const inner = new Duplex({
      read: () => undefined,
      write: (piece: Buffer, _encoding, written) => {
        socket.write(isRaw ? piece : packet(PRELOGIN, piece));
        written();
      },
    });
    const secure = new TLSSocket(inner, { isServer: true, secureContext: this.#context });
    secure.on('error', () => socket.destroy());
    secure.on(
      'data',
      messages((type, body) => {
        for (const answer of this.#respond(type, body)) secure.write(packet(RESPONSE, answer));
      }),
    );
    const framed = messages((_type, body) => {
      if (isGreeted) inner.push(body);
      else socket.write(packet(RESPONSE, PRELOGIN_ANSWER));
      isGreeted = true;
    });
    socket.on('data', (piece: Buffer) => {
      // Within PRELOGIN packets until the handshake is over, then as it is.
      if (isGreeted && piece[0] !== PRELOGIN) isRaw = true;
      if (isRaw) inner.push(piece);
      else framed(piece);
    });
    socket.on('close', () => this.#sockets.delete(socket));
  }

  /** One message for each request, and one more that says that it was stopped (MS-TDS 3.3.5.8). */
  #respond(type: number, body: Buffer): Buffer[] {
    this.asked += 1;
    if (type === ATTENTION) this.stops += 1;
    if (this.isFrozen) return [];
    if (type === LOGIN) return [Buffer.concat([loginAck(), done(0)])];
    if (type === ATTENTION) return [done(2), done(0x20)];
    if (type !== BATCH) return [done(0)];
    const sql = body.subarray(body.readUInt32LE(0)).toString('utf16le');
    // The client's own first words set options, and have no rows.
    if (sql.startsWith('set ansi_nulls on')) return [done(0)];
    this.batches.push(sql);
    const answer = this.#answer(sql);
    if (answer === 'when-stopped') return [];
    if ('error' in answer) return [Buffer.concat([failure(answer.error), done(2)])];
    return [Buffer.concat([columns(answer.rows[0]?.length ?? 0), ...answer.rows.map(row), done(0x10, answer.rows.length)])];
  }
}

/** Puts pieces together to packets (single ones: nothing here is longer) and hands on their bodies. */
function messages(take: (type: number, body: Buffer) => void): (piece: Buffer) => void {
  let rest = Buffer.alloc(0);
  let body = Buffer.alloc(0);
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    while (rest.length >= 8 && rest.length >= rest.readUInt16BE(2)) {
      const length = rest.readUInt16BE(2);
      const [type = 0, status = 0] = rest;
      body = Buffer.concat([body, rest.subarray(8, length)]);
      rest = rest.subarray(length);
      if ((status & 1) === 0) continue;
      const whole = body;
      body = Buffer.alloc(0);
      take(type, whole);
    }
  };
}

function packet(type: number, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt8(type, 0);
  head.writeUInt8(1, 1);
  head.writeUInt16BE(body.length + 8, 2);
  return Buffer.concat([head, body]);
}

function token(type: number, body: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(body.length);
  return Buffer.concat([Buffer.of(type), length, body]);
}

/** A text with its length in characters before it. */
function text(value: string, lengthBytes: 1 | 2): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUIntLE(value.length, 0, lengthBytes);
  return Buffer.concat([length, Buffer.from(value, 'utf16le')]);
}

function loginAck(): Buffer {
  return token(0xad, Buffer.concat([Buffer.of(1, 0x74, 0, 0, 4), text('Test', 1), Buffer.of(15, 0, 7, 208)]));
}

function done(status: number, rows = 0): Buffer {
  const body = Buffer.alloc(13);
  body.writeUInt8(0xfd, 0);
  body.writeUInt16LE(status, 1);
  body.writeUInt32LE(rows, 5);
  return body;
}

function failure(number: number): Buffer {
  const head = Buffer.alloc(6);
  head.writeInt32LE(number, 0);
  head.writeUInt8(1, 4);
  head.writeUInt8(16, 5);
  return token(0xaa, Buffer.concat([head, text('Row of Ana Pérez', 2), text('', 1), text('', 1), Buffer.of(1, 0, 0, 0)]));
}

/** Columns of nvarchar(4000). */
function columns(count: number): Buffer {
  const head = Buffer.alloc(3);
  head.writeUInt8(0x81, 0);
  head.writeUInt16LE(count, 1);
  const column = Buffer.concat([Buffer.of(0, 0, 0, 0, 1, 0, 0xe7, 0x40, 0x1f, 9, 4, 0xd0, 0, 0x34), text('c', 1)]);
  return Buffer.concat([head, ...Array.from({ length: count }, () => column)]);
}

function row(cells: readonly (string | null)[]): Buffer {
  const parts = cells.map((cell) => {
    if (cell === null) return Buffer.of(0xff, 0xff);
    const bytes = Buffer.from(cell, 'utf16le');
    const length = Buffer.alloc(2);
    length.writeUInt16LE(bytes.length);
    return Buffer.concat([length, bytes]);
  });
  return Buffer.concat([Buffer.of(0xd1), ...parts]);
}
