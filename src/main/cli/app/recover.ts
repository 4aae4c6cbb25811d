import { resolve } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { formatDateTime } from '../../../shared/format/index.ts';
import { TIERS } from '../../../shared/model/tier.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import { followRun } from './follow-run.ts';
import { Names } from './names.ts';
import { givenCredential } from './given-credential.ts';
import { newestOf } from './newest-points.ts';
import { type Owner, type ProfileOptions, withOwner } from './owner.ts';
import { exitCodeOfRuns, presentRun } from './present-run.ts';
import { presentReports } from './present-report.ts';
import { recoveryKey } from './recovery-key.ts';
import { keepServerPasswords } from './server-passwords.ts';
import { snakeKeys } from './snake-keys.ts';

export interface RecoverOptions extends ProfileOptions {
  from: string;
  settingsOnly?: boolean;
  to?: string;
  proven?: boolean;
}

/** `lifeboat recover --from LOCATION`: begins anew on this computer, from a copy and the key on the paper. */
export async function recover(invocation: Invocation, options: RecoverOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const { isPossible } = await owner.look((client) => client.recovery.state());
    if (!isPossible) throw new LifeboatError('installation-in-use', {});
    const location = options.from.startsWith('azure:') ? options.from : resolve(options.from);
    const request = { location, recoveryKey: await recoveryKey(invocation), ...networkAccess(invocation) };
    const found = await owner.ask((client) => client.recovery.inspect(request));
    output.info(harmless(texts.app.recovering(found.pharmacy ?? found.installation, formatDateTime(new Date(found.sealedAt)))));
    const { credentialsToChange, retiredKeys } = await owner.ask((client) => client.recovery.takeOver(request));
    output.object({ message_type: 'taken_over', ...(snakeKeys({ ...found, credentialsToChange, retiredKeys }) as object) });
    await keepServerPasswords(owner, await owner.look((client) => client.sources.list()), invocation.surroundings.environment);
    const code = options.settingsOnly === true ? EXIT.done : await restoreEverything(invocation, owner, options);
    const { copies } = await owner.look((client) => client.kit.retired());
    if (!output.json && copies.some(({ isShut }) => isShut)) output.notice(texts.app.kit.leak.oldKnown);
    for (const name of output.json ? [] : credentialsToChange) output.notice(texts.app.changeCredential(name));
    output.info(texts.app.isRecovered(options.settingsOnly === true || code === EXIT.failed));
    return code;
  });
}

/** Every tier in its order: back where it was, or into a folder of its own for each source. */
async function restoreEverything(invocation: Invocation, owner: Owner, { to: folder, proven }: RecoverOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  const names = await Names.of(owner);
  const { items, missing } = await owner.look((client) => client.restore.suggest({ tiers: [...TIERS] }));
  for (const id of missing) output.notice(texts.app.nothingToRestore(names.source(id) ?? id));
  if (items.length === 0) return EXIT.failed;
  const chosen = proven === true ? items : await newestOf(owner, items);
  for (const [index, item] of chosen.entries()) {
    if (item.snapshot !== items[index]?.snapshot)
      output.info(harmless(texts.app.newestNotProven(names.source(item.source) ?? item.source)));
  }
  const wanted = chosen.map((item) => ({
    ...item,
    to: folder === undefined ? ({ way: 'in-place' } as const) : ({ way: 'folder', path: resolve(folder, item.source) } as const),
  }));
  const { run: id } = await owner.ask((client) => client.restore.start({ items: wanted }));
  const ended = await followRun(invocation, owner, names, id);
  presentRun(invocation, names, ended);
  await presentReports(invocation, owner, names, ended);
  const code = exitCodeOfRuns(ended);
  return missing.length > 0 && code === EXIT.done ? EXIT.warnings : code;
}

/** What reaches a place on the network: the sealed access of the paper, or a credential as for the other commands. */
function networkAccess({ surroundings: { environment } }: Invocation) {
  const { LIFEBOAT_KIT_ACCESS } = environment;
  if (LIFEBOAT_KIT_ACCESS) return { sealedAccess: LIFEBOAT_KIT_ACCESS };
  const credential = givenCredential(environment);
  return credential ? { credential } : {};
}
