import type { Command } from 'commander';
import { check, type CheckRequest, type ReadingSession } from '../../engine/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { parseSubset } from '../options/subset.ts';
import { checkLines, checkObjects, findingLines } from '../present/check.ts';
import type { Watch } from '../present/watch.ts';
import { withSession } from '../session.ts';
import { complete, type Making, makeCommand } from './making.ts';

interface Options {
  readData?: boolean;
  readDataSubset?: ReturnType<typeof parseSubset>;
}

/** `lifeboat check` */
export function checkCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('check', texts.help.commands.check, making);
  declareOptions(
    command,
    [texts.options.check, texts.options],
    [{ flags: '--read-data' }, { flags: '--read-data-subset <part>', parse: parseSubset, conflicts: ['readData'] }],
  );
  return complete(command, making, run, 'reading');
}

async function run(invocation: Invocation, options: Options): Promise<ExitCode> {
  const { output, texts, verbose } = invocation;
  const request: CheckRequest = { readData: options.readDataSubset ?? (options.readData ? 'all' : 'none'), listUnused: verbose };
  const work = async (session: ReadingSession, watch: Watch): Promise<ExitCode> => {
    const result = await check(session, request, invocation.hooks(watch));
    watch.finish();
    for (const object of checkObjects(result)) output.object(object);
    if (!output.json) for (const line of findingLines(result, texts, verbose)) output.notice(line);
    for (const line of checkLines(result, texts.results, request)) output.info(line);
    return result.sound ? EXIT.done : EXIT.failed;
  };
  return await withSession(invocation, 'reading', work, { cache: false, eager: true });
}
