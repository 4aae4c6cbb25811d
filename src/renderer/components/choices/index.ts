export { type Choice, Choices, type ChoicesProps } from './choices.tsx';
