import { isLifeboatError, type ErrorCode } from '../../../shared/errors/index.ts';
import { PROOF_LEVELS, type ProofFinding, type ProofLevel } from '../../../shared/model/restore-point.ts';
import { partsOf, type SingleSource } from '../../../shared/model/source.ts';
import { compareWitness, type Witness } from '../../../shared/model/witness.ts';
import type { ReadingSession, RestoreResult } from '../../engine/index.ts';
import { type OpenedCopy, type RestoredPart, type SourceContext, sourceKind } from '../../sources/index.ts';
import type { HostHooks, HostProofRequest, HostProofResult } from '../engine-host.ts';
import { bringBack } from './bring-back.ts';
import { type Ground, within } from './ground.ts';
import { withPartContext } from './part-context.ts';
import { type PartNote, readPart, readWitness } from './read-note.ts';
import { readSample } from './read-sample.ts';
import { shrinkage, staleness } from './judge-witness.ts';

/** What was found of one part. */
interface PartProof {
  level: ProofLevel;
  findings: ProofFinding[];
  compared: number;
  bytes: number;
  isSample: boolean;
}

/**
 * Restores a snapshot of a source into scratch, opens it and compares what it says with its witness. What is wrong
 * with the copy is a finding; what kept it from being tried (place away, no room, aborted) is thrown.
 */
export async function prove(ground: Ground, request: HostProofRequest, hooks: HostHooks): Promise<HostProofResult> {
  const started = ground.clock.uptime();
  const { scratch, source } = request;
  const parts = await withPartContext(
    ground,
    { scratch, secrets: request.secrets, hooks },
    async (contextOf) =>
      await within(ground, request.at, 'reading', hooks, async (session) => {
        const proofs: PartProof[] = [];
        for (const part of partsOf(source)) proofs.push(await provePart(session, request, part, await contextOf(part), hooks));
        return proofs;
      }),
  );
  const findings = parts.flatMap((part) => part.findings);
  return {
    passed: findings.length === 0,
    level: weakest(parts.map(({ level }) => level)),
    isSample: parts.some(({ isSample }) => isSample),
    findings,
    compared: sum(parts.map(({ compared }) => compared)),
    seconds: (ground.clock.uptime() - started) / 1000,
    bytes: sum(parts.map(({ bytes }) => bytes)),
  };
}

async function provePart(
  session: ReadingSession,
  request: HostProofRequest,
  part: SingleSource,
  context: SourceContext,
  hooks: HostHooks,
): Promise<PartProof> {
  const nothing: PartProof = { level: 'bytes', findings: [], compared: 0, bytes: 0, isSample: false };
  try {
    const note = await readPart(session, request.snapshot, part.id, hooks.signal);
    const witness = await readWitness(session, request.snapshot, part.id, hooks.signal);
    // Every restore point of ours has both: without them nothing would be read or compared, and that is no proof.
    if (note === undefined || witness === undefined) return { ...nothing, findings: [{ kind: 'damaged', files: 1 }] };
    const judged = [...shrinkage(part, witness, request.previous), ...staleness(note.part, witness)];
    const proof =
      request.extent !== 'full' && part.kind === 'folder'
        ? {
            ...nothing,
            isSample: true,
            bytes: await readSample(session, { snapshot: request.snapshot, note, bytes: request.extent.sampleBytes }, hooks),
          }
        : await restoreAndOpen(session, { request, part, note, witness }, context, hooks);
    return { ...proof, findings: [...proof.findings, ...judged] };
  } catch (error) {
    if (!isLifeboatError(error) || !DAMAGE.has(error.code)) throw error;
    return { ...nothing, findings: [{ kind: 'damaged', files: 1 }] };
  }
}

/** Errors that say something about the copy itself. */
const DAMAGE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'blob-damaged',
  'blob-not-found',
  'tree-damaged',
  'file-damaged',
  'file-not-found',
  'path-not-found',
  'snapshot-not-found',
]);

async function restoreAndOpen(
  session: ReadingSession,
  what: { request: HostProofRequest; part: SingleSource; note: PartNote; witness: Witness },
  context: SourceContext,
  hooks: HostHooks,
): Promise<PartProof> {
  const { request, part, note, witness } = what;
  const { restored, result } = await bringBack(session, { snapshot: request.snapshot, note, scratch: context.scratch }, hooks);
  const lost = lostFiles(result);
  const base = { bytes: result.bytesRestored, isSample: false };
  if (lost > 0) return { ...base, level: 'bytes', findings: [{ kind: 'damaged', files: lost }], compared: 0 };
  return { ...base, ...(await openAndCompare(...openedAs(part, note, context), restored, witness)) };
}

/**
 * As it was set up at that moment, but asked the questions of today. The server that a proof may use is the one of
 * today's settings only: what a repository says never decides who is given a password.
 */
function openedAs(part: SingleSource, note: PartNote, context: SourceContext): [SingleSource, SourceContext] {
  if (part.kind === 'sqlserver' && note.part.kind === 'sqlserver') return [part, context];
  const asked = { ...note.part, ...('questions' in part && { questions: part.questions }) } as SingleSource;
  return [asked, { ...context, secrets: {} }];
}

function lostFiles({ warnings }: RestoreResult): number {
  return warnings.filter(({ code }) => code === 'not-restored' || code === 'damaged').length;
}

async function openAndCompare(
  part: SingleSource,
  context: SourceContext,
  restored: RestoredPart,
  witness: Witness,
): Promise<Pick<PartProof, 'level' | 'findings' | 'compared'>> {
  const opened = await open(part, restored, context);
  if ('finding' in opened) return { level: 'bytes', findings: [opened.finding], compared: 0 };
  try {
    const damage = opened.damage.map((detail): ProofFinding => ({ kind: 'tool-found-damage', detail }));
    // Only what was opened was counted.
    const compared = opened.level === 'opened' ? witness : undefined;
    const differences = compared ? compareWitness(compared, opened.witness) : [];
    const differing = differences.map(
      ({ subject, expected, found }): ProofFinding => ({
        kind: 'witness-differs',
        subject,
        expected,
        ...(found !== undefined && { found }),
      }),
    );
    return { level: opened.level, findings: [...damage, ...differing], compared: compared?.facts.length ?? 0 };
  } finally {
    await opened.close();
  }
}

async function open(part: SingleSource, restored: RestoredPart, context: SourceContext): Promise<OpenedCopy | { finding: ProofFinding }> {
  try {
    return await sourceKind(part).openForProof(part, restored, context);
  } catch (error) {
    if (!isLifeboatError(error) || NOT_THE_COPYS_FAULT.has(error.code)) throw error;
    return { finding: { kind: 'cannot-open', detail: error.code } };
  }
}

/** Errors at opening that say nothing about the copy. */
const NOT_THE_COPYS_FAULT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'aborted',
  'no-space',
  'internal',
  'permission-denied',
  'read-only',
  'tool-missing',
  'tool-outdated',
  'scratch-server-failed',
  'database-unreachable',
  'database-refused',
  'database-rights-missing',
  'source-in-use',
  'engine-died',
]);

function weakest(levels: readonly ProofLevel[]): ProofLevel {
  return PROOF_LEVELS.find((level) => levels.includes(level)) ?? 'bytes';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
