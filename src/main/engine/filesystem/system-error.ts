/** The short name of a failure of the operating system, such as `EACCES`. */
export function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  return code ?? message ?? 'unknown';
}

/** A failure of a call made past Node, in Node's own shape: `code` is the short name. */
export function systemError(code: string, call: string): NodeJS.ErrnoException {
  const error: NodeJS.ErrnoException = new Error(`${code}: ${call}`);
  error.code = code;
  error.syscall = call;
  return error;
}
