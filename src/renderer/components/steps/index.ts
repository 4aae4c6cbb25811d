export { StepButtons, type StepButtonsProps } from './step-buttons.tsx';
export { StepTrail } from './step-trail.tsx';
