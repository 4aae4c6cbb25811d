import { z } from 'zod';
import { type SingleSource, singleSourceSchema } from '../../shared/model/source.ts';
import { FACT_FLAGS } from '../protection/index.ts';
import { unprotected } from '../sources/index.ts';
import type { SetupNeeds } from './needs.ts';

const FLAG = 'set-aside';

/** What was found on this PC and somebody said needs no protection. */
export function setAsideSources({ store }: Pick<SetupNeeds, 'store'>): SingleSource[] {
  return z.array(singleSourceSchema).parse(JSON.parse(store.notes.flag(FLAG) ?? '[]'));
}

/** Takes the place of all that was set aside before. */
export async function setAside(needs: Pick<SetupNeeds, 'store' | 'host'>, sources: readonly SingleSource[]): Promise<void> {
  needs.store.notes.setFlag(FLAG, JSON.stringify(sources));
  await countUnprotected(needs);
}

/** Looks how many things on this PC nobody protects and nobody set aside; on record for the question whether the pharmacy is protected. */
export async function countUnprotected({ store, host }: Pick<SetupNeeds, 'store' | 'host'>): Promise<void> {
  const found = unprotected(await host.detect(), [...store.sources.list(), ...setAsideSources({ store })]);
  store.notes.setFlag(FACT_FLAGS.unprotected, found.length > 0 ? String(found.length) : undefined);
}
