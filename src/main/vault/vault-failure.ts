import { LifeboatError, type VaultReason } from '../../shared/errors/index.ts';

/** Words of libsecret, GLib, the session bus and Windows when nothing keeps secrets for this account. */
const NO_SERVICE =
  /not provided by any|autolaunch|could not connect|address is empty|dbus-launch|connection (is closed|refused)|logon session|service ?unknown/i;
/** ... and of libsecret and macOS when the store is there and shut. */
const LOCKED = /locked|dismissed|object does not exist|no such (object|collection)|interaction is not allowed/i;

/** What kept the operating system's store from answering. Its words go along as the cause: they hold no secret. */
export function vaultFailure(error: unknown): LifeboatError<'vault-missing'> {
  return vaultMissing(reasonOf(error instanceof Error ? error.message : String(error)), error);
}

export function vaultMissing(reason: VaultReason, cause?: unknown): LifeboatError<'vault-missing'> {
  return new LifeboatError('vault-missing', { reason }, { retryable: reason === 'no-answer', ...(cause === undefined ? {} : { cause }) });
}

function reasonOf(message: string): VaultReason {
  if (NO_SERVICE.test(message)) return 'no-service';
  return LOCKED.test(message) ? 'locked' : 'failed';
}
