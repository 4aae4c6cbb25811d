import { formatBytes } from '../../../shared/format/index.ts';
import type { RepositoryRef } from '../../../shared/model/destination.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import { confirm } from './confirm.ts';
import { followRun } from './follow-run.ts';
import { Names } from './names.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { exitCodeOfRuns, presentRun } from './present-run.ts';
import { snakeKeys } from './snake-keys.ts';

export interface LeakedOptions extends ProfileOptions {
  yes?: boolean;
}

export interface RetiredOptions extends LeakedOptions {
  forget?: string;
}

/** `lifeboat kit leaked`: says what beginning anew means and costs, asks, and begins. The backups follow by themselves. */
export async function kitLeaked(invocation: Invocation, options: LeakedOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const names = await Names.of(owner);
    const facts = await owner.look((client) => client.kit.leak());
    const called = (refs: readonly RepositoryRef[]): string =>
      refs.map(({ destination, disk }) => names.place(destination, disk) ?? destination).join(', ');
    const { here, away, tight, bytes, isDisksOnly } = facts;
    const cost = bytes === 0 ? undefined : formatBytes(bytes);
    const words = { bytes: cost, here: called(here), away: called(away), tight: called(tight), isDisksOnly };
    for (const line of output.json ? [] : texts.app.kit.leak.plan(words)) output.notice(harmless(line));
    await confirm(invocation, options.yes);
    const { run } = await owner.ask((client) => client.kit.declareLeaked());
    const ended = run === undefined ? undefined : await followRun(invocation, owner, names, run);
    if (ended) presentRun(invocation, names, ended);
    const { waiting, copies } = await owner.look((client) => client.kit.retired());
    output.object({ message_type: 'kit_leaked', waiting, retired: copies.map(snakeKeys) });
    for (const line of output.json ? [] : nextSteps(invocation, ended)) output.result(line);
    return ended === undefined || ended.run.status === 'skipped' ? EXIT.done : exitCodeOfRuns(ended);
  });
}

function nextSteps({ texts }: Invocation, ended: Awaited<ReturnType<typeof followRun>> | undefined): readonly string[] {
  const { none, notYet, next } = texts.app.kit.leak;
  if (ended === undefined) return [none];
  return ended.run.status === 'skipped' ? [notYet, ...next.slice(1)] : next;
}

/** `lifeboat kit retired`: old copies that are kept, and forgetting them. */
export async function kitRetired(invocation: Invocation, options: RetiredOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  const words = texts.app.kit.leak;
  return await withOwner(invocation, options, async (owner) => {
    const { forget: id } = options;
    if (id !== undefined) {
      const { copies } = await owner.look((client) => client.kit.retired());
      if (!output.json) output.notice(harmless(words.forget(copies.find((one) => one.id === id)?.name ?? id)));
      await confirm(invocation, options.yes);
      await owner.ask((client) => client.kit.forgetRetired({ id }));
    }
    const { copies, waiting, isDisksOnly } = await owner.look((client) => client.kit.retired());
    output.object({ message_type: 'kit_retired', waiting, retired: copies.map(snakeKeys) });
    if (output.json) return EXIT.done;
    if (waiting.length > 0) {
      const names = await Names.of(owner);
      const called = waiting.map(({ destination, disk }) => names.place(destination, disk) ?? destination);
      output.result(harmless(words.waiting(called.join(', '), isDisksOnly)));
    }
    if (copies.length === 0) output.result(words.noRetired);
    for (const { id: old, name, since, points, location, isShut } of copies) {
      output.result(harmless(`${old}  ${words.retired(name, since, isShut ? undefined : points, location)}`));
      if (isShut) output.result(harmless(`  ${words.shut(old)}`));
    }
    return EXIT.done;
  });
}
