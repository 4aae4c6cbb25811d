import { protocol } from 'electron';
import { SCHEME } from '../address.ts';
import { answerRequest } from '../page/answer-request.ts';

/** Makes the page's scheme an origin like that of a secure site. Once, before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page in `folder` to the window. */
export function servePage(folder: string): void {
  protocol.handle(SCHEME, async (request) => await answerRequest(request, folder));
}
