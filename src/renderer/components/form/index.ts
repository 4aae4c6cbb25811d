/** Parts of forms. */
export { ChoiceCards, type ChoiceCardsProps, type Choice } from './choice-cards.tsx';
export { FormButtons } from './form-buttons.tsx';
export { useFormStyles } from './form-styles.ts';
export { schemaResolver } from './schema-resolver.ts';
export { TextAreaField } from './text-area-field.tsx';
export { TextField, type TextFieldProps } from './text-field.tsx';
export { useProblem } from './use-problem.ts';
export { useTellTyped } from './use-tell-typed.ts';
