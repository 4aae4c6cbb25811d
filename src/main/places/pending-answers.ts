/**
 * Questions that wait for a file system's answer. One that was asked and not answered is not asked again: each holds one of
 * the few threads that this process has for files, and a dead share would soon have them all.
 */
export class PendingAnswers {
  private readonly pending = new Map<string, Promise<unknown>>();

  /** The answer to `question`: of the one who asked it before, if that one still waits. */
  async ask<T>(question: string, answer: () => Promise<T>): Promise<T> {
    const waiting = this.pending.get(question) ?? this.begin(question, answer);
    return (await waiting) as T;
  }

  private begin<T>(question: string, answer: () => Promise<T>): Promise<T> {
    const begun = answer().finally(() => this.pending.delete(question));
    this.pending.set(question, begun);
    return begun;
  }
}
