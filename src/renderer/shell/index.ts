/** What is around every screen. */
export { Shell } from './shell.tsx';
