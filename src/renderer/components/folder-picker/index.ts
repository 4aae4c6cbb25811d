/** Choosing a folder or a file of the PC that Lifeboat runs on. */
export { FormPathField, type FormPathFieldProps } from './form-path-field.tsx';
export { PathField, type PathFieldProps } from './path-field.tsx';
