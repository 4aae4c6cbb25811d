/** Describing something to protect, in the set-up and in the settings. */
export { SourceDialog } from './source-dialog.tsx';
export { SourceForm, type SourceFormProps } from './source-form.tsx';
export { type SourceTestFound, TestResult } from './test-result.tsx';
