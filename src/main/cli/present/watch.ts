import type { Clock } from '../../../shared/model/clock.ts';
import type { Progress, Waiting, Warning } from '../../../shared/model/progress.ts';
import { type CliTexts, type Language, waitingSentence, warningSentence } from '../../../shared/text/index.ts';
import type { Output } from '../terminal/output.ts';
import { ProgressMeter } from './progress-meter.ts';
import { statusObject } from './status-json.ts';
import { statusText } from './status-text.ts';

/** Milliseconds between two drawings of the status line, and between two JSON lines of status. */
const REDRAW = 200;
const JSON_GAP = 1000;
/** Seconds; a shorter pause is not worth a line of its own. */
const LEAST_WAIT = 4;

/** Shows how work goes on: a status line for a person, JSON lines for a program, warnings as they come. */
export class Watch {
  private readonly output: Output;
  private readonly texts: CliTexts;
  private readonly language: Language;
  private readonly meter: ProgressMeter;
  private readonly timer: NodeJS.Timeout | undefined;
  private readonly shown = new Set<string>();

  constructor(output: Output, texts: CliTexts, language: Language, clock: Clock) {
    this.output = output;
    this.texts = texts;
    this.language = language;
    this.meter = new ProgressMeter(clock);
    const gap = output.statusLine !== undefined ? REDRAW : output.json && !output.quiet ? JSON_GAP : undefined;
    this.timer = gap === undefined ? undefined : setInterval(() => this.show(), gap).unref();
  }

  /** Milliseconds since the work began. */
  get elapsed(): number {
    return this.meter.figures().elapsed;
  }

  readonly onProgress = (progress: Progress): void => {
    if (progress.kind === 'warning') this.warn(progress.warning);
    else if (progress.kind === 'waiting') this.wait(progress);
    else this.meter.take(progress);
  };

  /** Ends the status line and shows the warnings that were not shown before. */
  finish(warnings: readonly Warning[] = []): void {
    this.stop();
    for (const warning of warnings) this.warn(warning);
  }

  /** Ends the status line. */
  stop(): void {
    clearInterval(this.timer);
    this.output.statusLine?.clear();
  }

  private warn(warning: Warning): void {
    const key = `${warning.code}\0${warning.path}\0${warning.detail ?? ''}`;
    if (this.shown.has(key)) return;
    this.shown.add(key);
    const message = warningSentence(warning, this.language);
    this.output.object({ message_type: 'warning', code: warning.code, item: warning.path, detail: warning.detail, message });
    if (!this.output.json) this.output.notice(message);
  }

  /** Requests fail side by side: only the first pause of several at once is told. On a terminal the status line shows it. */
  private wait(waiting: Waiting): void {
    const isTold = this.meter.figures().waiting !== undefined;
    this.meter.take(waiting);
    if (isTold || this.output.statusLine !== undefined || waiting.seconds < LEAST_WAIT) return;
    const message = waitingSentence(waiting, this.language);
    this.output.object({ message_type: 'waiting', code: waiting.code, seconds: waiting.seconds, message });
    if (!this.output.json) this.output.notice(message);
  }

  private show(): void {
    const { statusLine } = this.output;
    const figures = this.meter.figures();
    const waiting = figures.waiting && waitingSentence(figures.waiting, this.language);
    if (statusLine !== undefined) statusLine.draw(statusText(figures, this.texts.progress, { columns: statusLine.columns, waiting }));
    else this.output.object(statusObject(figures));
  }
}
