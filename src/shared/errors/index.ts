export type { DamageDetail, ErrorCode, ErrorData, SetupFileProblem, SystemReason, VaultReason } from './codes.ts';
export { asLifeboatError, type ErrorReport, isLifeboatError, LifeboatError } from './lifeboat-error.ts';
