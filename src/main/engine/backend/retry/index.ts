export { type Patience, PATIENCE } from './patience.ts';
export { RetryBackend, type RetryOptions } from './retry-backend.ts';
