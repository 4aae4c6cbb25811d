import type { OpenedApp } from '../../app.ts';
import type { Reached } from './installation.ts';

/** A profile's owner in this process, at work. Undefined if another process owns the profile; rejects if it cannot begin. */
export async function ownApp(open: () => Promise<OpenedApp | undefined>): Promise<Reached | undefined> {
  const app = await open();
  if (app === undefined) return undefined;
  try {
    await app.start();
  } catch (error) {
    await app.close();
    throw error;
  }
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const close = async (): Promise<void> => {
    await app.close();
    resolve();
  };
  return { client: app.client(), app, ended, close };
}
