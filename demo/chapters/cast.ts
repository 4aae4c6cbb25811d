import type { Lifeboat } from '../lifeboat.ts';
import type { DemoOptions } from '../options.ts';
import type { Paper } from '../paper.ts';
import type { Places } from '../places.ts';

/** What every chapter has at hand. */
export interface Cast {
  paper: Paper;
  places: Places;
  lifeboat: Lifeboat;
  recoveryKey: string;
  options: DemoOptions;
  signal: AbortSignal;
}
