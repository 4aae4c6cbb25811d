export { RunStrip } from './run-strip.tsx';
