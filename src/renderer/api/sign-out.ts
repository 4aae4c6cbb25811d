/** Milliseconds: an owner that hangs takes no orders. */
const PATIENCE = 5000;

/** Ends what every browser page of this installation may do, until somebody opens a new sign-in link. */
export async function signOut(): Promise<void> {
  // Whoever is not there cannot let anybody in either; the page says how it stands.
  await fetch('/sign-out', { method: 'POST', signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
}
