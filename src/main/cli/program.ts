import { Command } from 'commander';
import type { CliTexts } from '../../shared/text/index.ts';
import {
  kitCommand,
  maintainCommand,
  peopleCommand,
  proveCommand,
  recoverCommand,
  restoreSourceCommand,
  runCommand,
  selfTestCommand,
  serveCommand,
  setupCommand,
  statusCommand,
  undoCommand,
} from './app/app-commands.ts';
import { attackCommand, cancelCommand, keepCommand, lostCommand, unkeepCommand, vendorUpdateCommand } from './app/emergency-commands.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { copyCommand } from './commands/copy.ts';
import { diffCommand } from './commands/diff.ts';
import { dumpCommand } from './commands/dump.ts';
import { findCommand } from './commands/find.ts';
import { forgetCommand } from './commands/forget.ts';
import { initCommand } from './commands/init.ts';
import { keyCommand } from './commands/key.ts';
import { lsCommand } from './commands/ls.ts';
import type { Making, Run } from './commands/making.ts';
import { pruneCommand } from './commands/prune.ts';
import { repairCommand } from './commands/repair.ts';
import { restoreCommand } from './commands/restore.ts';
import { snapshotsCommand } from './commands/snapshots.ts';
import { statsCommand } from './commands/stats.ts';
import { unlockCommand } from './commands/unlock.ts';
import { versionCommand } from './commands/version.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type GlobalOptions, globalOptions } from './options/globals.ts';
import { declareGlobalOptions } from './options/declare-globals.ts';
import type { OutputStream } from './terminal/output.ts';
import { VERSION } from '../version.ts';

/** What a pharmacy needs, in the order a newcomer does. */
const APP_COMMANDS: readonly ((making: Making) => Command)[] = [
  setupCommand,
  runCommand,
  proveCommand,
  selfTestCommand,
  statusCommand,
  kitCommand,
  peopleCommand,
  restoreSourceCommand,
  undoCommand,
  cancelCommand,
  keepCommand,
  unkeepCommand,
  vendorUpdateCommand,
  maintainCommand,
  attackCommand,
  lostCommand,
  recoverCommand,
  serveCommand,
];

/** The engine's verbs, for one repository, in the order a newcomer needs them. */
const COMMANDS: readonly ((making: Making) => Command)[] = [
  initCommand,
  backupCommand,
  snapshotsCommand,
  lsCommand,
  findCommand,
  diffCommand,
  dumpCommand,
  restoreCommand,
  checkCommand,
  statsCommand,
  copyCommand,
  forgetCommand,
  pruneCommand,
  repairCommand,
  keyCommand,
  unlockCommand,
  versionCommand,
];

/** What the command line needs of whoever runs it. */
export interface ProgramNeeds {
  texts: CliTexts;
  stdout: OutputStream;
  stderr: OutputStream;
  /** Runs a command's work, once the command line is understood. */
  perform: (globals: GlobalOptions, work: (invocation: Parameters<Run<object>>[0]) => Promise<ExitCode>) => Promise<ExitCode>;
}

/** The whole command line; `run` gives the exit code and throws commander's errors for bad usage. */
export function createProgram(needs: ProgramNeeds): { program: Command; run: (argv: readonly string[]) => Promise<ExitCode> } {
  const { texts } = needs;
  let exitCode: ExitCode = EXIT.done;
  const execute: Making['execute'] =
    (work) =>
    async (...values) => {
      const command = values.at(-1) as Command;
      exitCode = await needs.perform(globalOptions(command), (invocation) =>
        work(invocation, command.opts() as Parameters<typeof work>[1], command.args),
      );
    };
  const program = pattern(needs)
    .name('lifeboat')
    .description(texts.help.program.description)
    .version(VERSION, '--version', texts.options.version);
  declareGlobalOptions(program, texts, 'writing');
  program.addHelpText('after', topLevelHelp(texts));
  const { commandsTitle, repositoryTitle } = texts.help.app;
  for (const make of APP_COMMANDS) program.addCommand(make({ texts, pattern: program, execute }).helpGroup(commandsTitle));
  for (const make of COMMANDS) program.addCommand(make({ texts, pattern: program, execute }).helpGroup(repositoryTitle));
  const run = async (argv: readonly string[]): Promise<ExitCode> => {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  };
  return { program, run };
}

/** Settings that every command takes over: no exit of its own, no errors printed, headings from the texts. */
function pattern({ texts, stdout, stderr }: ProgramNeeds): Command {
  const { headings } = texts.help;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': headings.usage,
    'Arguments:': headings.arguments,
    'Options:': headings.options,
    'Commands:': headings.commands,
  };
  return new Command()
    .exitOverride()
    .enablePositionalOptions()
    .allowExcessArguments(false)
    .helpOption('-h, --help', texts.options.help)
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: () => undefined,
    });
}

function topLevelHelp({ help: { program, app } }: CliTexts): string {
  const sections = [app, { ...program.firstSteps, title: app.repositoryStepsTitle }, program.passwords, program.exitCodes];
  const blocks = sections.map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n'));
  return `\n${[...blocks, program.more].join('\n\n')}`;
}
