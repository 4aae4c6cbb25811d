import type { UpdateState } from '../../../shared/contract/updates.ts';

export interface Installed {
  /** Whether this is an installed app, not a folder of sources. */
  isPackaged: boolean;
  platform: NodeJS.Platform;
  /** The text of `app-update.yml` beside the app; undefined: there is none. */
  configuration: string | undefined;
}

/** A publisher's name, alone or as the first of a list. */
const PUBLISHER = /^publisherName:[ \t]*(\S|\r?\n[ \t]*-[ \t]*\S)/m;

/** Why this build cannot update itself; undefined: it can. Without a publisher to compare with, nobody would check who signed an update. */
export function whyNot({ isPackaged, platform, configuration }: Installed): Extract<UpdateState, { kind: 'not-possible' }> | undefined {
  if (!isPackaged) return { kind: 'not-possible', reason: 'not-installed' };
  if (platform === 'linux') return { kind: 'not-possible', reason: 'by-packages' };
  const isSigned = configuration !== undefined && (platform !== 'win32' || PUBLISHER.test(configuration));
  return isSigned ? undefined : { kind: 'not-possible', reason: 'not-signed' };
}
