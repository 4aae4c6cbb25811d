/** Whether a port could not be had since another program has it, or the system keeps it. */
export function isPortTaken(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown };
  return code === 'EADDRINUSE' || code === 'EACCES';
}
