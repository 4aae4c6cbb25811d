/** What is around every screen. */
export { Caught } from './caught.tsx';
export { Shell } from './shell.tsx';
