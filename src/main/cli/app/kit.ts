import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { choiceOf } from '../options/choice.ts';
import { harmless } from '../terminal/harmless.ts';
import { Names } from './names.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { recoveryKey } from './recovery-key.ts';

export interface KitOptions extends ProfileOptions {
  holder?: string;
}

const HOLDERS = ['owner', 'pharmacist-in-charge'] as const;

/** `lifeboat kit test`: the key typed back from the paper opens a real copy. Nothing of it is kept. */
export async function testKit(invocation: Invocation, options: KitOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  const holder = holderOf(options);
  return await withOwner(invocation, options, async (owner) => {
    const key = await recoveryKey(invocation);
    const { passed, problem } = await owner.ask((client) => client.kit.test({ holder, key }));
    output.object({ message_type: 'kit_test', holder, passed, ...(problem !== undefined && { problem }) });
    if (output.json) return passed ? EXIT.done : EXIT.failed;
    if (passed) output.result(texts.app.kit.passed);
    else output.notice(texts.app.kit.problems[problem ?? ''] ?? texts.app.kit.problems['wrong-key'] ?? '');
    return passed ? EXIT.done : EXIT.failed;
  });
}

/** `lifeboat kit save FILE.pdf`: another paper for a holder; the one before opens nothing any more. */
export async function saveKit(invocation: Invocation, options: KitOptions, [file = '']: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  const holder = holderOf(options);
  return await withOwner(invocation, options, async (owner) => {
    const path = resolve(file);
    const { waiting } = await owner.ask((client) => client.kit.save({ holder, path }));
    output.object({ message_type: 'kit_saved', holder, path, waiting });
    output.info(harmless(texts.app.kit.saved(path)));
    if (waiting.length > 0 && !output.json) output.notice(texts.app.kitWaits(waiting.join(', ')));
    return EXIT.done;
  });
}

/** `lifeboat kit open PLACE`: a place, or old copies, that this PC's key does not open gets it, by the key on a paper. Nothing of that is kept. */
export async function openWithKit(invocation: Invocation, options: ProfileOptions, [name = '']: string[]): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const names = await Names.of(owner);
    const old = names.oldCopies(name);
    const ref = old === undefined ? names.repositoryOf(name) : { destination: name };
    const key = await recoveryKey(invocation);
    await owner.ask((client) => client.recovery.unlock({ ...ref, recoveryKey: key }));
    output.object({ message_type: 'place_opened', ...ref });
    const { kit } = texts.app;
    const said = old === undefined ? kit.opened(names.place(ref.destination, ref.disk) ?? name) : kit.leak.opened(old);
    if (!output.json) output.result(harmless(said));
    return EXIT.done;
  });
}

function holderOf({ holder = 'owner' }: KitOptions): (typeof HOLDERS)[number] {
  return choiceOf(...HOLDERS)(holder, '--holder');
}
