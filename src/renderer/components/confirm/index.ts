export { ConfirmButton, type ConfirmButtonProps } from './confirm-button.tsx';
