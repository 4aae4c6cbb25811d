import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { parseMoment } from '../options/time.ts';
import { harmless } from '../terminal/harmless.ts';
import { badUsage } from '../usage.ts';
import { confirm } from './confirm.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { snakeKeys } from './snake-keys.ts';

export interface SuspectAttackOptions extends ProfileOptions {
  since?: string;
}

export interface EndAttackOptions extends ProfileOptions {
  falseAlarm?: boolean;
  over?: boolean;
  yes?: boolean;
}

/** `lifeboat attack suspect`: nothing is deleted any more, what is known to be good stays, disks are released. Nobody is asked: it takes nothing away. */
export async function suspectAttack(invocation: Invocation, options: SuspectAttackOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  const since = options.since === undefined ? undefined : parseMoment(options.since, '--since').toISOString();
  return await withOwner(invocation, options, async (owner) => {
    const { attack, kept, disks } = await owner.ask((client) => client.status.suspectAttack({ ...(since !== undefined && { since }) }));
    output.object({ message_type: 'attack_suspected', ...(snakeKeys({ since: attack.since, kept, disks }) as object) });
    if (output.json) return EXIT.done;
    output.result(texts.app.attack.suspected(kept.length));
    for (const { label, safe } of disks)
      output.result(harmless(safe ? texts.app.attack.pullOut(label) : texts.app.attack.stillWritten(label)));
    output.result(texts.app.attack.next);
    return EXIT.done;
  });
}

/** `lifeboat attack end`: with `--false-alarm` everything is as before, with `--over` nothing is deleted for a while. */
export async function endAttack(invocation: Invocation, options: EndAttackOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  if (options.falseAlarm !== true && options.over !== true) {
    throw badUsage(texts.usage.sayHowItEnded);
  }
  const verdict = options.over === true ? 'over' : 'false-alarm';
  return await withOwner(invocation, options, async (owner) => {
    if (!output.json) output.notice(texts.app.attack.plan[verdict]);
    await confirm(invocation, options.yes);
    await owner.ask((client) => client.status.endAttack({ verdict }));
    output.object({ message_type: 'attack_ended', verdict });
    if (!output.json) output.result(texts.app.attack.ended);
    return EXIT.done;
  });
}
