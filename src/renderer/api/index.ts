/** The page's way to the owner process. */
export { Connection, type ConnectionState } from './connection.ts';
export { failureCode, failureSentence } from './failure.ts';
export { ChangeFollower } from './follow-changes.ts';
export type { OpenLine, OwnerClient } from './line.ts';
export { openMessagePortLine } from './message-port-line.ts';
export { createOwnerApi, type OwnerApi, OwnerApiContext, useApi } from './owner-api.ts';
export { createPageKey } from './page-key.ts';
export { createQueryClient } from './query-client.ts';
export { type SetupState, useSetupState } from './use-setup-state.ts';
export { signOut } from './sign-out.ts';
export { webSocketLine } from './web-socket-line.ts';
