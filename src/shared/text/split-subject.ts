/** Whether what is counted lies in a folder, not in a table. */
export function isFolder(name: string): boolean {
  return /^(?:\/|\\\\|[A-Za-z]:[\\/])/.test(name);
}

/** `scans/files:/data` is about the files below `/data` of the part `scans`. */
export function splitSubject(subject: string): { part: string | undefined; kind: string; name: string } {
  const match = /^(?:(?<part>[a-z0-9-]+)\/)?(?<kind>rows|newest|question|files|bytes)(?::(?<name>.*))?$/s.exec(subject);
  const { part, kind = subject, name = '' } = match?.groups ?? {};
  return { part, kind, name };
}
