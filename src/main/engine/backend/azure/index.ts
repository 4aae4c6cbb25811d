export { AzureBackend, type AzureOptions } from './azure-backend.ts';
export type { AzureCredentials } from './connection-string.ts';
