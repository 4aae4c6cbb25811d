import { once } from 'node:events';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { openApp } from '../../app.ts';
import { profileFolder } from '../../profile/index.ts';
import { isPortTaken } from '../../web/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { invalid } from '../options/invalid.ts';
import type { ProfileOptions } from './owner.ts';

export interface ServeOptions extends ProfileOptions {
  /** Undefined: that of last time, where it is free. */
  port?: number;
}

const LARGEST_PORT = 65_535;

/** `lifeboat serve`: the owner without a window, which backs up on time until it is told to stop. */
export async function serve(invocation: Invocation, { profile: flag, port }: ServeOptions): Promise<ExitCode> {
  const { surroundings, output, texts, signal } = invocation;
  const { environment, clock, pageFolder, startHost } = surroundings;
  if (port !== undefined && port > LARGEST_PORT) throw invalid('--port', String(port), '8080');
  const folder = profileFolder({ flag, environment });
  const app = await openApp({ folder, clock, environment, pageFolder, ...(startHost && { startHost }) });
  if (app === undefined) throw new LifeboatError('owner-runs-already', {});
  try {
    const web = await app.serve({ port }).catch((error: unknown) => {
      throw port !== undefined && isPortTaken(error) ? invalid('--port', String(port), texts.app.freePort) : error;
    });
    await app.start();
    const link = web.newLink();
    output.object({ message_type: 'serving', port: web.port, link });
    output.result(texts.app.serving(link));
    if (!signal.aborted) await once(signal, 'abort');
    return EXIT.done;
  } finally {
    await app.close();
  }
}
