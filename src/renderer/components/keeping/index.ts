/** Restore points that stay however old they get: whether one does, and having it so. */
export { Keeping, type KeepingProps } from './keeping.tsx';
