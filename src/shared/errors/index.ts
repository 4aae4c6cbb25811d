export type { DamageDetail, ErrorCode, ErrorData, SystemReason } from './codes.ts';
export { asLifeboatError, type ErrorReport, isLifeboatError, LifeboatError } from './lifeboat-error.ts';
