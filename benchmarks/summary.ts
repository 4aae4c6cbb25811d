import type { Measurement } from './round.ts';
import type { Line } from './steps.ts';

/** A tool's rounds of one step, put together. */
export interface StepSummary {
  tool: string;
  step: Line;
  /** Medians. */
  seconds: number;
  cpuSeconds: number;
  storedBytes: number | undefined;
  /** Of the wall-clock seconds. */
  fastest: number;
  slowest: number;
  /** The largest of all rounds. */
  peakBytes: number;
}

/** Puts the rounds of one tool and step together; undefined if there are none. */
export function summarize(measurements: readonly Measurement[], tool: string, step: Line): StepSummary | undefined {
  const own = measurements.filter((measurement) => measurement.tool === tool && measurement.step === step);
  if (own.length === 0) return undefined;
  const seconds = own.map((measurement) => measurement.seconds);
  const stored = own.flatMap(({ storedBytes }) => (storedBytes === undefined ? [] : [storedBytes]));
  return {
    tool,
    step,
    seconds: median(seconds),
    cpuSeconds: median(own.map((measurement) => measurement.cpuSeconds)),
    storedBytes: stored.length === 0 ? undefined : median(stored),
    fastest: Math.min(...seconds),
    slowest: Math.max(...seconds),
    peakBytes: Math.max(...own.map((measurement) => measurement.peakBytes)),
  };
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
