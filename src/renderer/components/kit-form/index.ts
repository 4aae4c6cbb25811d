/** The recovery kit: two papers, made, printed and typed back. */
export { KitForm } from './kit-form.tsx';
export { isKitReady } from './paper-state.ts';
