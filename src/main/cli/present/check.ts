import type { CliTexts } from '../../../shared/text/index.ts';
import type { CheckFinding, CheckFindingKind, CheckRequest, CheckResult } from '../../engine/index.ts';
import { shortId } from './short-id.ts';

/** What check found and which files damage reaches, a line each; hints only if `hints`. */
export function findingLines(result: CheckResult, { findings, results }: CliTexts, hints: boolean): string[] {
  const shown = result.findings.filter(({ severity }) => hints || severity === 'error');
  const lines = shown.map((finding) => findingText(finding, findings));
  if (result.findingsTruncated) lines.push(results.check.affectedMore);
  if (result.damagedFiles.length === 0) return lines;
  lines.push(results.check.affected(result.damagedFiles.length));
  for (const { snapshot, path } of result.damagedFiles) lines.push(results.check.affectedFile(shortId(snapshot), path));
  if (result.damagedFilesTruncated) lines.push(results.check.affectedMore);
  return lines;
}

/** The verdict in words. */
export function checkLines(result: CheckResult, { check: texts }: CliTexts['results'], { readData }: CheckRequest): string[] {
  const lines = [texts.snapshots(result.snapshots, result.packs)];
  if (readData !== 'none') lines.push(texts.read(result.packsRead, result.bytesRead));
  if (result.unused !== undefined && result.unused.blobs > 0) lines.push(texts.unused(result.unused.bytes));
  if (!result.sound) lines.push(texts.errors(errorsOf(result).length));
  else lines.push(readData === 'none' ? texts.soundNotRead : texts.sound);
  return lines;
}

/** All of it as JSON lines: findings, damaged files, then the summary. */
export function checkObjects(result: CheckResult): ({ message_type: string } & Record<string, unknown>)[] {
  const findings = result.findings.map((finding) => ({ message_type: 'finding', ...finding }));
  const files = result.damagedFiles.map((file) => ({ message_type: 'damaged_file', ...file }));
  const summary = {
    message_type: 'summary',
    sound: result.sound,
    num_errors: errorsOf(result).length,
    findings_truncated: result.findingsTruncated,
    damaged_files: result.damagedFiles.length,
    damaged_files_truncated: result.damagedFilesTruncated,
    snapshots: result.snapshots,
    packs: result.packs,
    packs_read: result.packsRead,
    bytes_read: result.bytesRead,
    unused_blobs: result.unused?.blobs,
    unused_bytes: result.unused?.bytes,
  };
  return [...findings, ...files, summary];
}

function findingText(
  { kind, id, detail }: CheckFinding,
  texts: Readonly<Record<CheckFindingKind, (id: string, detail?: string) => string>>,
): string {
  return texts[kind](id, detail);
}

function errorsOf({ findings }: CheckResult): CheckFinding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
