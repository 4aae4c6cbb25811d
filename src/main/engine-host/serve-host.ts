import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { asLifeboatError } from '../../shared/errors/index.ts';
import type { Progress } from '../../shared/model/progress.ts';
import { type Call, hostContract, type Method, METHODS, type Outcome } from './contract.ts';
import type { EngineHost, HostHooks } from './engine-host.ts';
import { Latest } from './latest.ts';
import type { HostPort } from './port.ts';

/** What a host serves. */
export interface Served {
  /** Resolves when no request is under way. */
  settled: () => Promise<void>;
}

/** Answers the owner's requests on a port. */
export function serveHost(host: EngineHost, port: HostPort): Served {
  const underWay = new Set<Promise<unknown>>();
  const begin: Begin = (method, request, hooks) => {
    const outcome = call(host, method, request, hooks).finally(() => underWay.delete(outcome));
    underWay.add(outcome);
    return outcome;
  };
  const contract = implement(hostContract);
  const router = Object.fromEntries(
    METHODS.map((method) => [
      method,
      contract[method].handler(({ input, signal }) => perform(begin, port, { method, request: input.request, signal })),
    ]),
  );
  new RPCHandler(router).upgrade(port);
  return { settled: async () => void (await Promise.all(underWay)) };
}

type Begin = (method: Method, request: unknown, hooks: HostHooks) => Promise<Outcome>;

/** Runs a request and tells its progress until it ends. An owner that no longer listens aborts it. */
async function* perform(
  begin: Begin,
  port: HostPort,
  { method, request, signal }: Call & { method: Method; signal: AbortSignal | undefined },
): AsyncGenerator<Progress, Outcome, void> {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted === true) abort();
  const progress = new Latest();
  const outcome = begin(method, request, { signal: stop.signal, onProgress: (fact) => progress.put(fact) }).finally(() => progress.end());
  try {
    for await (const fact of progress) {
      yield fact;
      await port.drained?.();
    }
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
