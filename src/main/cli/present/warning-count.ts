import type { Progress } from '../../../shared/model/progress.ts';
import type { Hooks } from '../../engine/index.ts';

/** Counts the warnings of work whose result does not list them. */
export class WarningCount {
  readonly hooks: Hooks;
  count = 0;

  constructor(hooks: Hooks) {
    const onProgress = (progress: Progress): void => {
      if (progress.kind === 'warning') this.count += 1;
      hooks.onProgress?.(progress);
    };
    this.hooks = { ...hooks, onProgress };
  }
}
