import type { ProofFinding } from '../../../../shared/model/restore-point.ts';
import { notedValue, type ProtectionVoice, witnessSubject } from '../../../../shared/text/index.ts';
import type { RunsTexts } from '../../../../shared/text/screens/runs/index.ts';

/** What a restore test found, as a sentence. */
export function findingWords(finding: ProofFinding, { findings }: RunsTexts['proofs'], voice: ProtectionVoice): string {
  const { language } = voice;
  switch (finding.kind) {
    case 'witness-differs':
      return findings['witness-differs'](
        { expected: notedValue(finding.subject, finding.expected, voice), found: notedValue(finding.subject, finding.found, voice) },
        witnessSubject(finding.subject, language),
      );
    case 'shrunk':
      return findings.shrunk(finding, witnessSubject(finding.subject, language));
    case 'stale':
      return findings.stale({ ...finding, newest: notedValue('newest', finding.newest, voice) });
    case 'tool-found-damage':
      return findings['tool-found-damage'](finding);
    case 'cannot-open':
      return findings['cannot-open'](finding);
    default:
      return findings.damaged(finding);
  }
}
