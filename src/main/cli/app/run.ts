import { TIERS } from '../../../shared/model/tier.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { choiceOf } from '../options/choice.ts';
import { followRun, followUps } from './follow-run.ts';
import { Names } from './names.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { exitCodeOfRuns, presentRun } from './present-run.ts';

export interface RunOptions extends ProfileOptions {
  tier?: string;
  source?: string[];
}

/** `lifeboat run`: backs up now, and sees what follows from it through. */
export async function runNow(invocation: Invocation, options: RunOptions): Promise<ExitCode> {
  const tier = options.tier === undefined ? undefined : choiceOf(...TIERS)(options.tier, '--tier');
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const names = await Names.of(owner);
    const sources = names.idsOf(options.source, '--source');
    const { run: id } = await owner.ask((client) => client.runs.start({ ...(tier && { tier }), ...(sources && { sources }) }));
    const ended = await followRun(invocation, owner, names, id);
    presentRun(invocation, names, ended);
    const followed = await followUps(invocation, owner, names, ended.run);
    for (const one of followed) presentRun(invocation, names, one);
    const code = exitCodeOfRuns(ended, followed);
    if (!output.json) output.result(texts.app.runEnded(ended.run.status, code));
    return code;
  });
}
