/** Ways to find something out, by the name of the fact. A failure is a fact too. */
export type Facts = Readonly<Record<string, () => unknown>>;

/** The short name of the failure of `action`, or what it gave. */
export function codeOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return (error as { code?: unknown }).code ?? String(error);
  }
}
