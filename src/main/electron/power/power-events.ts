import type { OpenedApp } from '../../app.ts';
import type { PowerFace } from './power-face.ts';

export interface PowerEventsNeeds {
  face: PowerFace;
  /** The app, while this process owns it. */
  app: () => Pick<OpenedApp, 'park' | 'scheduler'> | undefined;
  /** Ends what this process owns, in an orderly way. */
  close: () => Promise<void>;
  wait: (milliseconds: number) => Promise<void>;
}

/** Milliseconds for an orderly end when the PC goes off; the system does not wait much longer. */
const GRACE = 10_000;
/** Milliseconds after Windows asked whether the session may end, after which it has not: somebody else said no. */
const STILL_HERE = 60_000;

/** Looks when time has passed unseen, and parks what runs before the PC goes off. Another process's owner does so itself. */
export function followPower({ face, app, close, wait }: PowerEventsNeeds): void {
  face.onWake((how) => void app()?.scheduler.look(how));
  face.onShutdown(async () => await Promise.race([close(), wait(GRACE)]));
  let isEnding = false;
  face.onSessionQuery(() => {
    const owned = app();
    if (owned === undefined) return;
    void owned.park();
    void wait(STILL_HERE).then(() => (isEnding ? undefined : app()?.scheduler.look('resume')));
  });
  face.onSessionEnd(() => {
    isEnding = true;
    void close();
  });
}
