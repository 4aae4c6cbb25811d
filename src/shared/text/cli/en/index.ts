import { englishApp } from './app.ts';
import { appFirstSteps, appHelp, appOptions } from './app-help.ts';
import { englishFindings } from './findings.ts';
import { englishHelp } from './help.ts';
import { englishHints } from './hints.ts';
import { englishUsage } from './usage.ts';
import { englishOptions } from './options.ts';
import { englishProgress } from './progress.ts';
import { englishPrompts } from './prompts.ts';
import { englishResults } from './results.ts';
import { englishTables } from './tables.ts';

/** The terminal's texts in English. */
export const englishCli = {
  help: { ...englishHelp, commands: { ...englishHelp.commands, ...appHelp }, app: appFirstSteps },
  options: { ...englishOptions, app: appOptions },
  progress: englishProgress,
  results: englishResults,
  tables: englishTables,
  findings: englishFindings,
  prompts: englishPrompts,
  hints: englishHints,
  usage: englishUsage,
  app: englishApp,
};
