import { LifeboatError } from '../../../shared/errors/index.ts';
import { isLoopback } from './loopback.ts';

const WITHIN = 15_000;

/**
 * Asks an address that raises the alarm when it is asked no more: what a stolen or dead PC cannot tell. Nothing is sent but
 * the request itself, and nothing of the answer is read.
 *
 * Errors: `connection-insecure` for an address elsewhere that is not https; `place-unreachable`.
 */
export async function sendHeartbeat(address: string): Promise<void> {
  const url = new URL(address);
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isSecure) throw new LifeboatError('connection-insecure', { location: url.host });
  // The address itself is a secret of sorts; errors name only its host.
  const answer = await fetch(url, { redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(WITHIN) }).catch((error: unknown) => {
    throw new LifeboatError('place-unreachable', { location: url.host, reason: reasonOf(error) }, { retryable: true });
  });
  await answer.body?.cancel();
  if (!answer.ok) {
    throw new LifeboatError('place-unreachable', { location: url.host, reason: `HTTP ${answer.status}` }, { retryable: true });
  }
}

function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? 'ETIMEDOUT';
}
