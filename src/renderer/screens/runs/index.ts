export { RunScreen } from './run/run-screen.tsx';
export { RunsScreen } from './list/runs-screen.tsx';
