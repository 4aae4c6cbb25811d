import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BlobServiceClient, ContainerSASPermissions, type ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import type { AzureCredentials } from '../../src/main/engine/index.ts';

const ACCOUNT = 'pharmacy';
const KEY = Buffer.from('a key of this test only').toString('base64');
/** Milliseconds until Azurite must answer. */
const START_TIME = 60_000;
const PROGRAM = join(dirname(createRequire(import.meta.url).resolve('azurite/package.json')), 'dist/src/blob/main.js');
const FLAGS = ['--inMemoryPersistence', '--disableTelemetry', '--silent', '--skipApiVersionCheck'];

/** Azure's storage as Microsoft emulates it, in memory, on a port of its own; whoever starts it stops it. */
export class Azurite {
  readonly port: number;
  readonly #process: ChildProcess;
  readonly #service: BlobServiceClient;

  private constructor(port: number, process: ChildProcess) {
    this.port = port;
    this.#process = process;
    this.#service = new BlobServiceClient(`http://127.0.0.1:${port}/${ACCOUNT}`, new StorageSharedKeyCredential(ACCOUNT, KEY));
  }

  /** Starts it and waits until it answers. */
  static async start(): Promise<Azurite> {
    const port = await freePort();
    const environment = { PATH: process.env.PATH, AZURITE_ACCOUNTS: `${ACCOUNT}:${KEY}` };
    const child = spawn(process.execPath, [PROGRAM, ...FLAGS, '--blobPort', String(port)], { env: environment, stdio: 'ignore' });
    const azurite = new Azurite(port, child);
    try {
      await azurite.#answers();
    } catch (error) {
      await azurite.stop();
      throw error;
    }
    return azurite;
  }

  /** A container nobody else has; it is not made yet. */
  container(): ContainerClient {
    return this.#service.getContainerClient(`box-${randomBytes(6).toString('hex')}`);
  }

  /** A connection string with all rights; by way of another port if one is given. */
  connectionString(port = this.port): string {
    return `BlobEndpoint=http://127.0.0.1:${port}/${ACCOUNT};AccountName=${ACCOUNT};AccountKey=${KEY}`;
  }

  /** The account and its key, as a person copies them from the portal. */
  account(): { accountName: string; accountKey: string; endpoint: string } {
    return { accountName: ACCOUNT, accountKey: KEY, endpoint: `http://127.0.0.1:${this.port}/${ACCOUNT}` };
  }

  credentials(port = this.port): AzureCredentials {
    return { connectionString: this.connectionString(port) };
  }

  /** A connection string for one container that gives only some rights, such as `rcl`, for an hour around now. */
  async limitedString(container: ContainerClient, rights: string, { expired = false, port = this.port } = {}): Promise<string> {
    const expiresOn = new Date(Date.now() + (expired ? -1 : 1) * 3_600_000);
    const url = await container.generateSasUrl({ permissions: ContainerSASPermissions.parse(rights), expiresOn });
    return `BlobEndpoint=http://127.0.0.1:${port}/${ACCOUNT};SharedAccessSignature=${new URL(url).search.slice(1)}`;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }

  async #answers(): Promise<void> {
    for (const end = Date.now() + START_TIME; Date.now() < end; await pause(50)) {
      if (this.#process.exitCode !== null) throw new Error(`Azurite ended with ${this.#process.exitCode}`);
      if (await accepts(this.port)) return;
    }
    throw new Error('Azurite does not answer');
  }
}

/** Every blob of a container as a file below a folder, as a copying tool would do it. */
export async function downloadContainer(container: ContainerClient, folder: string): Promise<void> {
  for await (const { name } of container.listBlobsFlat()) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await container.getBlobClient(name).downloadToBuffer());
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
