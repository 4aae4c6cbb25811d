import { createHash } from 'node:crypto';
import type { Damage, Remains } from './power-cut.ts';

/** The ways a power cut may go, by name. File systems differ: each of these is some one's, and the last is the worst of all at once. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'nothing lost': { keepsName: () => true, keepsBytes: () => 'all' },
  'all lost': { keepsName: () => false, keepsBytes: () => 'none' },
  'names without content': { keepsName: () => true, keepsBytes: () => 'none' },
  'names with half the content': { keepsName: () => true, keepsBytes: () => 'half' },
  'removals undone': { keepsName: ({ did }) => did !== 'unlink', keepsBytes: () => 'none' },
  'only packs stay removed': { keepsName: ({ did, path }) => did !== 'unlink' || path.startsWith('data/'), keepsBytes: () => 'none' },
  'nothing new but removals': { keepsName: ({ did }) => did === 'unlink', keepsBytes: () => 'all' },
  'anything lost': {
    keepsName: ({ did, path }) => lot(did + path, 2) === 0,
    keepsBytes: (file) => (['all', 'half', 'none'] as const satisfies Remains[])[lot(`${file}`, 3)] as Remains,
  },
};

/** Chance that is the same each time. */
function lot(what: string, of: number): number {
  return createHash('sha256').update(what).digest().readUInt16LE() % of;
}
