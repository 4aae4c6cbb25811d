import { setTimeout as pause } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { type ErrorReport, isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import { openApp, type OpenedApp } from '../../app.ts';
import { profileAt, profileFolder } from '../../profile/index.ts';
import { connectFace, type FaceClient } from '../../web/index.ts';
import type { Invocation } from '../invocation.ts';

/** Options of every command of the app. */
export interface ProfileOptions {
  profile?: string;
}

/** Milliseconds between two looks at something that goes on. */
export const LOOK_EVERY = 250;
/** Milliseconds to wait for an owner that holds the profile and does not listen: it is just starting, or just ending. */
const PATIENCE = 10_000;

/** What finding the owner needs of a command's call. */
type Call = Pick<Invocation, 'surroundings' | 'signal'>;

type Question<T> = (client: FaceClient) => Promise<T>;

/** Whom a command asks: this process itself for a while, or the owner process that runs, as a face of it. */
interface Reached {
  client: FaceClient;
  /** Undefined: somebody else is the owner. */
  app: OpenedApp | undefined;
  close: () => Promise<void> | void;
}

/** The installation, as the terminal asks it. */
export class Owner {
  private readonly call: Call;
  private readonly folder: string;
  private reached: Reached;

  private constructor(call: Call, folder: string, reached: Reached) {
    this.call = call;
    this.folder = folder;
    this.reached = reached;
  }

  /** Finds the owner, or becomes it. `owner-not-answering`. */
  static async find(call: Call, { profile: flag }: ProfileOptions): Promise<Owner> {
    const folder = profileFolder({ flag, environment: call.surroundings.environment });
    return new Owner(call, folder, await reach(call, folder));
  }

  /** Whether this process is the owner: what follows from its work has to be waited for here. */
  get isHere(): boolean {
    return this.reached.app !== undefined;
  }

  /** Asks for something to be done, once. */
  async ask<T>(question: Question<T>): Promise<T> {
    try {
      return await question(this.reached.client);
    } catch (error) {
      throw this.asOurs(error);
    }
  }

  /** Asks for what is; if the owner has ended meanwhile, whoever is the owner then. */
  async look<T>(question: Question<T>): Promise<T> {
    try {
      return await this.ask(question);
    } catch (error) {
      if (this.isHere || !isLifeboatError(error, 'owner-not-answering')) throw error;
      await this.reached.close();
      this.reached = await reach(this.call, this.folder);
      return await this.ask(question);
    }
  }

  /** Resolves when nothing is being done any more, or when the person wants to stop. Only of interest to an owner. */
  async settled(): Promise<void> {
    const { app } = this.reached;
    const { signal } = this.call;
    const stopped = aborted(signal);
    while (app !== undefined && !signal.aborted) {
      await Promise.race([app.settled(), stopped]);
      // Other faces may have begun something too.
      const runs = await this.ask((client) => client.runs.list({ limit: 100 }));
      if (runs.every(({ endedAt }) => endedAt !== undefined)) return;
      await pause(LOOK_EVERY);
    }
  }

  async close(): Promise<void> {
    await this.settled();
    await this.reached.close();
  }

  /** Errors of the contract as errors of ours again; whatever else breaks between two processes is the line. */
  private asOurs(error: unknown): unknown {
    if (error instanceof ORPCError) {
      return error.code === 'LIFEBOAT' ? LifeboatError.from(error.data as ErrorReport) : error;
    }
    return this.isHere ? error : new LifeboatError('owner-not-answering', {}, { cause: error, retryable: true });
  }
}

/** Lets `work` ask the installation; an owner of its own ends after it, when everything that followed has ended too. */
export async function withOwner<T>(call: Call, options: ProfileOptions, work: (owner: Owner) => Promise<T>): Promise<T> {
  const owner = await Owner.find(call, options);
  try {
    return await work(owner);
  } finally {
    await owner.close();
  }
}

async function reach({ surroundings, signal }: Call, folder: string): Promise<Reached> {
  const { clock, environment, startHost } = surroundings;
  const end = clock.uptime() + PATIENCE;
  for (;;) {
    const app = await openApp({ folder, clock, environment, ...(startHost && { startHost }) });
    if (app !== undefined) return { app, client: app.client(), close: async () => await app.close() };
    const face = await connectFace(profileAt(folder));
    if (face !== undefined) return { app, ...face };
    if (signal.aborted) throw new LifeboatError('aborted', {});
    if (clock.uptime() > end) throw new LifeboatError('owner-not-answering', {}, { retryable: true });
    await pause(LOOK_EVERY);
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
