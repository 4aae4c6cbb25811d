/** Choosing a folder or a file of the PC that Lifeboat runs on. */
export { PathField, type PathFieldProps } from './path-field.tsx';
