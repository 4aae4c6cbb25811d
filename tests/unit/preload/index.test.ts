import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { BRIDGE, CONNECT_CHANNEL, PORT_MESSAGE, type WindowBridge } from '../../../src/shared/window-port.ts';
import { withScratch } from '../../support/scratch.ts';

const BUILDER = new URL('../../../scripts/build-preload.mjs', import.meta.url).href;

/** The preload as the product has it: one CommonJS file, made by the product's own build. */
async function built(): Promise<string> {
  return await withScratch(async (root) => {
    const program = `const { buildPreload } = await import(${JSON.stringify(BUILDER)}); await buildPreload(${JSON.stringify(root)});`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
    return readFileSync(join(root, 'index.cjs'), 'utf8');
  });
}

interface Sent {
  to: string;
  message: unknown;
  ports: MessagePort[];
}

/** Runs the preload as a sandboxed script: what it may require is Electron, and of that only what pages get. */
function load(code: string) {
  const exposed: Record<string, unknown> = {};
  const sent: Sent[] = [];
  const required: string[] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => (exposed[name] = value) },
    ipcRenderer: {
      postMessage: (channel: string, message: unknown, ports: MessagePort[]) => sent.push({ to: channel, message, ports }),
    },
  };
  const window = {
    location: { origin: 'app://lifeboat' },
    postMessage: (message: unknown, origin: string, ports: MessagePort[]) => sent.push({ to: origin, message, ports }),
  };
  const need = (name: string): unknown => {
    required.push(name);
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}.`);
    return electron;
  };
  runInContext(code, createContext({ require: need, window, MessageChannel, exports: {}, module: { exports: {} } }));
  return { exposed, sent, required };
}

describe('the preload', () => {
  let code: string;
  beforeAll(async () => {
    code = await built();
  });

  it('puts one thing into the page, with one function, and requires nothing but Electron', () => {
    const { exposed, required, sent } = load(code);
    expect(Object.keys(exposed)).toEqual([BRIDGE]);
    expect(Object.keys(exposed[BRIDGE] as object)).toEqual(['connect']);
    expect(new Set(required)).toEqual(new Set(['electron']));
    expect(sent).toEqual([]);
  });

  it('gives page and main process the two ends of one line, and the page’s to its own origin only', async () => {
    const { exposed, sent } = load(code);
    expect((exposed[BRIDGE] as WindowBridge).connect()).toBeUndefined();
    const [toMain, toPage] = sent;
    expect(toMain).toMatchObject({ to: CONNECT_CHANNEL, message: undefined });
    expect(toPage).toMatchObject({ to: 'app://lifeboat', message: { type: PORT_MESSAGE } });
    const [[main], [page]] = [toMain?.ports ?? [], toPage?.ports ?? []];
    const heard = new Promise((resolve) => page?.once('message', resolve));
    main?.postMessage('hello');
    expect(await heard).toBe('hello');
    page?.close();
  });

  it('gives a new line each time it is asked', () => {
    const { exposed, sent } = load(code);
    const bridge = exposed[BRIDGE] as WindowBridge;
    bridge.connect();
    bridge.connect();
    const ports = sent.flatMap((one) => one.ports);
    expect(new Set(ports).size).toBe(4);
    for (const port of ports) port.close();
  });
});
