export { RunProgress, type RunProgressProps } from './run-progress.tsx';
export { RunProgressLine } from './run-progress-line.tsx';
export { useRunProgress, type WatchedJob, type WatchedRun } from './use-run-progress.ts';
