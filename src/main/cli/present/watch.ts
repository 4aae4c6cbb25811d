import type { Clock } from '../../../shared/model/clock.ts';
import type { Progress, Warning } from '../../../shared/model/progress.ts';
import { type CliTexts, type Language, warningSentence } from '../../../shared/text/index.ts';
import type { Output } from '../terminal/output.ts';
import { ProgressMeter } from './progress-meter.ts';
import { statusObject } from './status-json.ts';
import { statusText } from './status-text.ts';

/** Milliseconds between two drawings of the status line, and between two JSON lines of status. */
const REDRAW = 200;
const JSON_GAP = 1000;

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

  private show(): void {
    const { statusLine } = this.output;
    const figures = this.meter.figures();
    if (statusLine !== undefined) statusLine.draw(statusText(figures, this.texts.progress, statusLine.columns));
    else this.output.object(statusObject(figures));
  }
}
