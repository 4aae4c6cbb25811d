/** Places that keep copies, in the set-up and in the settings. */
export { DiskSet } from './disk-set.tsx';
export { PlaceDialog } from './place-dialog.tsx';
export { PlaceForm, type PlaceFormProps } from './place-form.tsx';
export { ProbeResult } from './probe-result.tsx';
