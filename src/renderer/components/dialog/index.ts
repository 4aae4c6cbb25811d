export { Gone, useAfterClose } from './after-close.tsx';
export { ConfirmButton, type ConfirmButtonProps } from './confirm-button.tsx';
