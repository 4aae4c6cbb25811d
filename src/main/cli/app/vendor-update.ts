import { formatDateTime } from '../../../shared/format/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { followRun, followUps } from './follow-run.ts';
import { Names } from './names.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { exitCodeOfRuns, presentRun } from './present-run.ts';

export interface VendorUpdateOptions extends ProfileOptions {
  source?: string[];
}

/** `lifeboat vendor-update`: keeps a way back from before the update, and expects change until the end of the day. */
export async function vendorUpdate(invocation: Invocation, options: VendorUpdateOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const names = await Names.of(owner);
    const sources = names.idsOf(options.source, '--source');
    const { run, kept, until } = await owner.ask((client) => client.runs.vendorUpdate({ ...(sources && { sources }) }));
    output.object({ message_type: 'vendor_update', run, kept, until });
    if (!output.json) output.result(texts.app.vendorUpdate(kept.length, formatDateTime(new Date(until))));
    const ended = await followRun(invocation, owner, names, run);
    presentRun(invocation, names, ended);
    const followed = await followUps(invocation, owner, names, ended.run);
    for (const one of followed) presentRun(invocation, names, one);
    return exitCodeOfRuns(ended, followed);
  });
}
