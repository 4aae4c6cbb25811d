export { type Mark, StateIcon } from './state-icon.tsx';
