import type { Reason, ReasonCode } from '../../../shared/model/protection.ts';
import type { JobKind } from '../../../shared/model/run.ts';
import type { StepLabel } from '../../../shared/text/screens/home/index.ts';
import type { ReasonGroup } from './group-reasons.ts';

/** What a person may say is as it should be. */
export type Acceptance = { code: 'source-shrunk'; source: string } | { code: 'store-rebuilt' };

/** What a click does. */
export type StepAction =
  | { do: 'back-up'; sources: readonly string[] }
  | { do: 'prove'; sources: readonly string[] }
  | { do: 'resume' }
  | { do: 'accept'; what: readonly Acceptance[] }
  /** The newest failed run of these kinds about the same source and place. */
  | { do: 'open-failed'; kinds: JobKind[]; about: Pick<Reason, 'source' | 'destination' | 'disk'> }
  | { do: 'go'; to: string };

export interface NextStep {
  label: StepLabel;
  action: StepAction;
}

/** The one step that a reason asks for. Undefined: it is done outside Lifeboat, and the sentence says where. */
export function nextStepOf(group: ReasonGroup): NextStep | undefined {
  return STEPS[group.reason.code](group);
}

type StepOf = (group: ReasonGroup) => NextStep | undefined;

const backUp: StepOf = ({ sources }) => ({ label: 'back-up', action: { do: 'back-up', sources } });
const prove: StepOf = ({ sources }) => ({ label: 'prove', action: { do: 'prove', sources } });
const outside: StepOf = () => undefined;
const go =
  (label: StepLabel, to: string): StepOf =>
  () => ({ label, action: { do: 'go', to } });
const openPlace = go('open-place', '/settings/where');
/** Right to the question for a recovery key. */
const unlockPlace: StepOf = ({ reason: { destination = '', disk } }) => ({
  label: 'unlock-place',
  action: { do: 'go', to: `/settings/where/open/${destination}${disk === undefined ? '' : `/${disk}`}` },
});
const openSource = go('open-source', '/settings/what');
const openFailed =
  (...kinds: JobKind[]): StepOf =>
  ({ reason: { source, destination, disk } }) => ({
    label: 'open-run',
    action: {
      do: 'open-failed',
      kinds,
      about: {
        ...(source !== undefined && { source }),
        ...(destination !== undefined && { destination }),
        ...(disk !== undefined && { disk }),
      },
    },
  });

const STEPS: Readonly<Record<ReasonCode, StepOf>> = {
  'no-source': go('choose-what', '/settings/what'),
  'no-destination': go('add-place', '/settings/where'),
  'never-backed-up': backUp,
  'backup-failing': openFailed('backup'),
  'backup-overdue': backUp,
  'too-old': backUp,
  'source-not-moving': openSource,
  'source-shrunk': ({ sources }) => ({
    label: 'accept-shrunk',
    action: { do: 'accept', what: sources.map((source) => ({ code: 'source-shrunk', source })) },
  }),
  'vendor-file-old': openSource,
  'not-proven-on-site': prove,
  'not-proven-off-site': prove,
  'proof-failed': openFailed('proof'),
  'proof-overdue': prove,
  'no-off-site-copy': go('add-place', '/settings/where'),
  'first-upload-running': go('open-runs', '/runs'),
  'off-site-behind': backUp,
  'no-protected-copy': openPlace,
  'destination-failing': openPlace,
  'place-not-opened': unlockPlace,
  'disk-away-too-long': openPlace,
  'destination-nearly-full': openPlace,
  'damage-found': backUp,
  'credential-expires-soon': openPlace,
  'credential-expired': openPlace,
  'nobody-reachable': go('confirm-people', '/settings/people'),
  'only-one-reachable': go('confirm-people', '/settings/people'),
  'kit-never-tested': go('test-kit', '/settings/kits'),
  'kit-test-overdue': go('test-kit', '/settings/kits'),
  'kit-stale': go('print-kit', '/settings/kits'),
  'new-copies-pending': openPlace,
  'vault-missing': outside,
  'clock-not-trusted': outside,
  paused: () => ({ label: 'resume', action: { do: 'resume' } }),
  'engine-not-running': outside,
  'unprotected-found': go('choose-what', '/settings/what'),
  'other-installation-writes': openPlace,
  'crash-consistent-only': openSource,
  'self-check-failed': openFailed('self-check'),
  'store-rebuilt': () => ({ label: 'accept-looked', action: { do: 'accept', what: [{ code: 'store-rebuilt' }] } }),
  'maintenance-overdue': outside,
  'attack-suspected': go('open-attack', '/attack'),
};
