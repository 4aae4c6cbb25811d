import type { Proof } from '../../../shared/model/restore-point.ts';
import { witnessSubject } from '../../../shared/text/index.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import { followRun } from './follow-run.ts';
import { Names } from './names.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { aboutOf, exitCodeOfRuns, presentRun } from './present-run.ts';
import { snakeKeys } from './snake-keys.ts';
import { comparedWords, voiceOf } from './voice.ts';

export interface ProveOptions extends ProfileOptions {
  source?: string[];
}

/** `lifeboat prove`: trial restores now. */
export async function proveNow(invocation: Invocation, options: ProveOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const names = await Names.of(owner);
    const sources = names.idsOf(options.source, '--source');
    const { run: id } = await owner.ask((client) => client.runs.prove(sources ? { sources } : {}));
    const ended = await followRun(invocation, owner, names, id);
    presentRun(invocation, names, ended);
    const jobs = new Set(ended.jobs.map((job) => job.id));
    const proofs = (await owner.look((client) => client.runs.proofs({ limit: 1000 }))).filter(({ job }) => jobs.has(job));
    for (const proof of proofs.toReversed()) presentProof(invocation, names, proof);
    if (!output.json)
      output.result(ended.jobs.length === 0 ? texts.app.nothingToProve : texts.app.proved(proofs.every(({ passed }) => passed)));
    return exitCodeOfRuns(ended);
  });
}

function presentProof(invocation: Invocation, names: Names, proof: Proof): void {
  const { output, texts } = invocation;
  output.object({ message_type: 'proof', ...(snakeKeys(proof) as object) });
  if (output.json) return;
  const about = aboutOf({ ...proof, kind: 'proof' }, names);
  if (proof.passed) output.info(harmless(`  ${about}: ${texts.app.proofLevels[proof.level]}${texts.app.compared(proof.compared)}`));
  for (const finding of proof.findings) output.notice(harmless(`  ${about}: ${findingText(finding, invocation)}`));
}

function findingText(finding: Proof['findings'][number], invocation: Invocation): string {
  const { findings } = invocation.texts.app;
  switch (finding.kind) {
    case 'witness-differs':
      return findings.differs(...comparedWords(finding, voiceOf(invocation)));
    case 'tool-found-damage':
      return findings.toolFoundDamage(finding.detail);
    case 'cannot-open':
      return findings.cannotOpen(finding.detail);
    case 'damaged':
      return findings.damaged(finding.files);
    case 'shrunk':
      return findings.shrunk(witnessSubject(finding.subject, invocation.language), finding.before, finding.now);
    default:
      return findings.stale(finding.newest, finding.maxAgeHours);
  }
}
