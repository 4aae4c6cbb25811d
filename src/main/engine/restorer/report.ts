import type { LifeboatError } from '../../../shared/errors/index.ts';
import type { OnProgress, Phase, Warning, WarningCode } from '../../../shared/model/progress.ts';

/** Tells progress as it happens and keeps the warnings for the result. */
export class Report {
  readonly warnings: Warning[] = [];
  readonly #onProgress: OnProgress | undefined;
  #firstLoss: LifeboatError | undefined;
  #files = 0;
  #bytes = 0;

  constructor(onProgress: OnProgress | undefined) {
    this.#onProgress = onProgress;
  }

  /** Begins a step; what is done counts from zero again. */
  phase(phase: Phase, total?: { files: number; bytes: number }): void {
    this.#files = 0;
    this.#bytes = 0;
    this.#onProgress?.({ kind: 'phase', phase });
    if (total) this.#onProgress?.({ kind: 'total', ...total });
  }

  current(path: string): void {
    this.#onProgress?.({ kind: 'current', path });
  }

  /** Adds to what the step has done. */
  done(files: number, bytes: number): void {
    this.#files += files;
    this.#bytes += bytes;
    this.#onProgress?.({ kind: 'done', files: this.#files, bytes: this.#bytes });
  }

  /** The error behind the first entry that was lost. */
  get firstLoss(): LifeboatError | undefined {
    return this.#firstLoss;
  }

  /** An entry that cannot be restored, with the error to end with if it turns out that nothing can. */
  lose(path: string, detail: string, cause: LifeboatError): void {
    this.#firstLoss ??= cause;
    this.warn('not-restored', path, detail);
  }

  warn(code: WarningCode, path: string, detail?: string): void {
    const warning: Warning = detail === undefined ? { code, path } : { code, path, detail };
    this.warnings.push(warning);
    this.#onProgress?.({ kind: 'warning', warning });
  }
}
