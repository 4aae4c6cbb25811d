import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { LossReport, LostThing } from '../../../shared/model/loss.ts';
import { lossSteps, readableText } from '../../../shared/text/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { choiceOf } from '../options/choice.ts';
import { parseMoment } from '../options/time.ts';
import { harmless } from '../terminal/harmless.ts';
import { confirm } from './confirm.ts';
import { followRun } from './follow-run.ts';
import { Names } from './names.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { exitCodeOfRuns, presentRun } from './present-run.ts';
import { snakeKeys } from './snake-keys.ts';

export interface LostOptions extends ProfileOptions {
  stolen?: boolean;
  withPaper?: boolean;
  pcDisk?: string;
  noticed?: string;
  statement?: string;
  yes?: boolean;
}

const PC = 'pc';

/** `lifeboat lost WHAT`: puts on record that a disk, a place or the PC before this one is lost, and says what has to be done now. */
export async function declareLost(invocation: Invocation, options: LostOptions, [what = '']: string[]): Promise<ExitCode> {
  const { output, texts, language, surroundings } = invocation;
  const report = reportOf(options, surroundings.clock.now());
  return await withOwner(invocation, options, async (owner) => {
    const names = await Names.of(owner);
    const thing = thingOf(names, what);
    const facts = await owner.look((client) => client.destinations.lost(thing));
    if (!output.json) output.notice(harmless(texts.app.lost.plan(facts.kind, facts.name)));
    await confirm(invocation, options.yes);
    const { run, ...loss } = await owner.ask((client) => client.destinations.declareLost({ thing, report }));
    const ended = run === undefined ? undefined : await followRun(invocation, owner, names, run);
    if (ended) presentRun(invocation, names, ended);
    const now = (await owner.look((client) => client.destinations.losses())).losses.find(({ id }) => id === loss.id) ?? loss;
    output.object({ message_type: 'lost', ...(snakeKeys(now) as object) });
    if (!output.json) {
      for (const line of [readableText(facts, report, language), ...lossSteps(loss, language)]) output.result(harmless(line));
      for (const { destination, disk } of now.facts.keysLeft)
        output.notice(harmless(texts.app.lost.keyLeft(names.place(destination, disk) ?? destination)));
    }
    if (options.statement !== undefined) {
      const { pdf } = await owner.look((client) => client.destinations.lossStatement({ id: loss.id }));
      await writeFile(resolve(options.statement), Buffer.from(pdf, 'base64'), { mode: 0o600 });
      output.info(harmless(texts.app.lost.statement(resolve(options.statement))));
    }
    return ended === undefined || ended.run.status === 'skipped' ? EXIT.done : exitCodeOfRuns(ended);
  });
}

function reportOf({ stolen = false, withPaper = false, pcDisk = 'unknown', noticed }: LostOptions, now: Date): LossReport {
  return {
    wasStolen: stolen,
    paperWithIt: withPaper,
    pcDisk: choiceOf('encrypted', 'not-encrypted', 'unknown')(pcDisk, '--pc-disk'),
    noticedAt: (noticed === undefined ? now : parseMoment(noticed, '--noticed')).toISOString(),
  };
}

/** `pc`, the label of a disk, or a place by its id or name. */
function thingOf(names: Names, what: string): LostThing {
  const found = names.findRepository(what);
  if (found !== undefined) return found;
  if (what.trim().toLowerCase() === PC) return {};
  throw new LifeboatError('value-invalid', { name: 'WHAT', value: what, expected: [PC, ...names.repositories].join(', ') });
}
