import { once } from 'node:events';
import { createServer, type IncomingMessage, request as httpRequest, type Server, type ServerResponse } from 'node:http';

/** What a gateway does to a request: lets it pass, or one of the bad things that happen on the way. */
export type Treatment =
  | 'pass'
  /** Answers in Azure's name without asking it. */
  | { status: number; code?: string; headers?: Record<string, string> }
  /** Breaks the connection off after so many bytes of the request's body. */
  | { cutRequestAfter: number }
  /** Lets Azure do it and breaks off before the answer. */
  | 'lose-answer'
  /** Breaks the connection off after so many bytes of the answer's body. */
  | { cutAnswerAfter: number }
  /** Turns a bit of the request's body. */
  | 'damage-request'
  /** Turns a bit of the answer's body. */
  | 'damage-answer'
  /** Takes the request and says nothing. */
  | 'silence';

export interface SeenRequest {
  method: string;
  path: string;
  /** Counted from 1 among requests of the same method and path. */
  attempt: number;
}

/** Stands between us and Azurite and mistreats requests as a test plans it. */
export class AzureGateway {
  readonly seen: SeenRequest[] = [];
  treat: (request: SeenRequest) => Treatment = () => 'pass';
  readonly #server: Server;
  readonly #target: number;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((request, response) => void this.#handle(request, response).catch(() => request.socket.destroy()));
  }

  /** `port`: that of one before it, so that a line which was down is there again; any that is free by default. */
  static async start(target: number, port = 0): Promise<AzureGateway> {
    const gateway = new AzureGateway(target);
    gateway.#server.listen(port, '127.0.0.1');
    await once(gateway.#server, 'listening');
    return gateway;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? '';
    const path = new URL(request.url ?? '', 'http://gateway').pathname;
    const attempt = this.seen.filter((before) => before.method === method && before.path === path).length + 1;
    this.seen.push({ method, path, attempt });
    const treatment = this.treat({ method, path, attempt });
    if (treatment === 'silence') return;
    const body = await this.#bodyOf(request, treatment);
    if (body === undefined) return;
    if (typeof treatment === 'object' && 'status' in treatment) return answer(response, treatment);
    const { head, content } = await this.#forward(request, body);
    if (treatment === 'lose-answer') return void request.socket.destroy();
    if (treatment === 'damage-answer') turnBit(content);
    response.writeHead(head.statusCode ?? 500, head.headers);
    if (typeof treatment !== 'object' || !('cutAnswerAfter' in treatment)) return void response.end(content);
    response.write(content.subarray(0, treatment.cutAnswerAfter), () => request.socket.destroy());
  }

  /** Undefined if the request is cut off. */
  async #bodyOf(request: IncomingMessage, treatment: Treatment): Promise<Buffer | undefined> {
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of request as AsyncIterable<Buffer>) {
      pieces.push(piece);
      bytes += piece.length;
      if (typeof treatment === 'object' && 'cutRequestAfter' in treatment && bytes >= treatment.cutRequestAfter) {
        request.socket.destroy();
        return undefined;
      }
    }
    const body = Buffer.concat(pieces);
    if (treatment === 'damage-request') turnBit(body);
    return body;
  }

  async #forward(request: IncomingMessage, body: Buffer): Promise<{ head: IncomingMessage; content: Buffer }> {
    const { method, url, headers } = request;
    const onward = httpRequest({ host: '127.0.0.1', port: this.#target, method, path: url, headers });
    onward.end(body);
    const [head] = (await once(onward, 'response')) as [IncomingMessage];
    const pieces = await Array.fromAsync(head as AsyncIterable<Buffer>);
    return { head, content: Buffer.concat(pieces) };
  }
}

function answer(
  response: ServerResponse,
  { status, code, headers = {} }: { status: number; code?: string; headers?: Record<string, string> },
): void {
  response.writeHead(status, { ...headers, ...(code !== undefined && { 'x-ms-error-code': code }), 'content-length': '0' });
  response.end();
}

function turnBit(bytes: Buffer): void {
  const at = Math.floor(bytes.length / 2);
  if (bytes.length > 0) bytes[at] = (bytes[at] as number) ^ 1;
}
