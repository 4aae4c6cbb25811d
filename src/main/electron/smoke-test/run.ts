import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asLifeboatError } from '../../../shared/errors/index.ts';
import { sourceSchema } from '../../../shared/model/source.ts';
import { openApp } from '../../app.ts';
import { systemClock } from '../../clock.ts';
import type { HostProcess, StartHost } from '../../engine-host/index.ts';
import { profileAt } from '../../profile/index.ts';
import { VERSION } from '../../version.ts';
import { connectFace } from '../../web/index.ts';
import { answerRequest } from '../page/answer-request.ts';
import { ORIGIN } from '../address.ts';

export interface SmokeNeeds {
  startHost: StartHost;
  pageFolder: string;
}

export interface SmokeReport {
  passed: boolean;
  version: string;
  runtime: NodeJS.ProcessVersions;
  /** Each step: `ok`, or what went wrong. */
  steps: Record<string, string>;
}

/** The store is opened, the engine process started and ended, the page served, a face answered; in a folder that is removed again. */
export async function smokeTest({ startHost, pageFolder }: SmokeNeeds): Promise<SmokeReport> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-smoke-'));
  const steps: Record<string, string> = {};
  const step = async (name: string, work: () => Promise<void>): Promise<void> => {
    steps[name] = await work().then(
      () => 'ok',
      (error: unknown) => `${asLifeboatError(error).code}: ${String(error)}`,
    );
  };
  const started: HostProcess[] = [];
  const startNoted: StartHost = async (options) => {
    const child = await startHost({ ...options, threads: 1 });
    started.push(child);
    return child;
  };
  try {
    await step('page', async () => await mustServePage(pageFolder));
    await step('owner', async () => await mustOwn(folder, startNoted));
    await step('engine', async () => {
      if (started.length === 0) throw new Error('no engine process was started');
      for (const { ended } of started) await ended;
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  const passed = Object.values(steps).every((how) => how === 'ok');
  return { passed, version: VERSION, runtime: process.versions, steps };
}

async function mustServePage(folder: string): Promise<void> {
  const { status } = await answerRequest({ url: `${ORIGIN}/`, method: 'GET' }, folder);
  if (status !== 200) throw new Error(`the page is answered with ${status}`);
}

/** Opens the store in a new profile, asks as a face would, and has the engine process look at a folder. */
async function mustOwn(folder: string, startHost: StartHost): Promise<void> {
  const profile = join(folder, 'profile');
  const app = await openApp({ folder: profile, clock: systemClock, environment: process.env, startHost });
  if (app === undefined) throw new Error('a new profile has an owner already');
  try {
    const face = await connectFace(profileAt(profile));
    if (face === undefined) throw new Error('the owner lets no face in');
    const { isSetUp } = await face.client.status.get();
    if (isSetUp) throw new Error('a new profile is set up already');
    const source = sourceSchema.parse({ kind: 'folder', id: 'smoke', name: 'Smoke test', tier: 'standard', paths: [profile] });
    const { ok } = await face.client.sources.test({ source, credentials: {} });
    if (!ok) throw new Error('the engine cannot read a folder');
    face.close();
  } finally {
    await app.close();
  }
}
