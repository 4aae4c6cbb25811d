import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { type hostContract, type Method, METHODS } from './contract.ts';
import type { EngineHost, HostHooks } from './engine-host.ts';
import type { HostPort } from './port.ts';

type Calls = Record<Method, (...args: unknown[]) => Promise<unknown>>;

/** A host at the other end of a port. `engine-died` if the line breaks in the middle of a request. */
export function connectHost(port: HostPort, close: () => Promise<void>): EngineHost {
  const client: ContractRouterClient<typeof hostContract> = createORPCClient(new RPCLink({ port }));
  const calls = Object.fromEntries(
    METHODS.map((method) => [
      method,
      async (...args: unknown[]) => {
        const [request, hooks] = method === 'detect' ? [undefined, args[0]] : args;
        return await call(client, method, request, (hooks as HostHooks | undefined) ?? {});
      },
    ]),
  ) as Calls;
  // The names are the interface's own, each with its own request and result.
  return { ...(calls as unknown as Omit<EngineHost, 'close'>), close };
}

async function call(
  client: ContractRouterClient<typeof hostContract>,
  method: Method,
  request: unknown,
  hooks: HostHooks,
): Promise<unknown> {
  const { signal, onProgress } = hooks;
  try {
    const facts = await client[method]({ request }, signal ? { signal } : {});
    for (;;) {
      const step = await facts.next();
      if (step.done !== true) onProgress?.(step.value);
      else if (step.value.ok) return step.value.value;
      else throw LifeboatError.from(step.value.error);
    }
  } catch (error) {
    if (isLifeboatError(error)) throw error;
    if (signal?.aborted === true) throw new LifeboatError('aborted', {}, { cause: error });
    throw new LifeboatError(
      'engine-died',
      { detail: error instanceof Error ? error.message : String(error) },
      { cause: error, retryable: true },
    );
  }
}
