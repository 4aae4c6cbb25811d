import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { asLifeboatError } from '../../shared/errors/index.ts';
import type { Progress } from '../../shared/model/progress.ts';
import { type Call, hostContract, type Method, METHODS, type Outcome } from './contract.ts';
import type { EngineHost, HostHooks } from './engine-host.ts';
import { Latest } from './latest.ts';
import type { HostPort } from './port.ts';

/** Answers the owner's requests on a port. */
export function serveHost(host: EngineHost, port: HostPort): void {
  const contract = implement(hostContract);
  const router = Object.fromEntries(
    METHODS.map((method) => [method, contract[method].handler(({ input, signal }) => perform(host, method, input, signal))]),
  );
  new RPCHandler(router).upgrade(port);
}

/** Runs a request and tells its progress until it ends. An owner that no longer listens aborts it. */
async function* perform(
  host: EngineHost,
  method: Method,
  { request }: Call,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, Outcome, void> {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted === true) abort();
  const progress = new Latest();
  const outcome = call(host, method, request, { signal: stop.signal, onProgress: (fact) => progress.put(fact) }).finally(() =>
    progress.end(),
  );
  try {
    yield* progress;
    return await outcome;
  } finally {
    abort();
    signal?.removeEventListener('abort', abort);
  }
}

async function call(host: EngineHost, method: Method, request: unknown, hooks: HostHooks): Promise<Outcome> {
  try {
    // `detect` takes hooks only; every other method takes its request first.
    const answer = host[method].bind(host) as (...args: unknown[]) => Promise<unknown>;
    return { ok: true, value: await (method === 'detect' ? answer(hooks) : answer(request, hooks)) };
  } catch (error) {
    return { ok: false, error: asLifeboatError(error).report() };
  }
}
