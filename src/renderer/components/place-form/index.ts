/** Places that keep copies, in the set-up and in the settings. */
export { DisksDialog } from './disks-dialog.tsx';
export { PlaceDialog } from './place-dialog.tsx';
export { PlaceForm, type PlaceFormProps } from './place-form.tsx';
export { ProbeResult } from './probe-result.tsx';
