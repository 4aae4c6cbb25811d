export { type Choice, Choices, type ChoicesProps } from './choices.tsx';
export { useRowChoice } from './row-choice.ts';
