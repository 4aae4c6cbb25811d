/** Questions and forms that stand over the page. */
export { CloseButton, type CloseButtonProps } from './close-button.tsx';
export { type Close, useCloseDialog } from './close.ts';
export { ConfirmButton, type ConfirmButtonProps } from './confirm-button.tsx';
export { ModalDialog, type ModalDialogProps } from './modal-dialog.tsx';
