import type { Status } from '../../../shared/contract/index.ts';
import type { Pharmacy } from '../../../shared/model/pharmacy.ts';
import type { Reason } from '../../../shared/model/protection.ts';
import type { Proof, RestorePoint } from '../../../shared/model/restore-point.ts';
import { disasterText, headline, momentWords, type ProtectionVoice, reasonText, tierName } from '../../../shared/text/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import { Names } from './names.ts';
import { type Owner, type ProfileOptions, withOwner } from './owner.ts';
import { pointTable } from './point-table.ts';
import { snakeKeys } from './snake-keys.ts';

/** Exit code 0 if protected, 3 if something needs attention, 1 if not protected. */
const CODES = { protected: EXIT.done, 'needs-attention': EXIT.warnings, 'not-protected': EXIT.failed } as const;

export interface StatusOptions extends ProfileOptions {
  points?: boolean;
}

/** What is known of the installation at one moment. */
interface Known {
  status: Status;
  pharmacy: Pharmacy | undefined;
  names: Names;
  places: { destination: { id: string }; repositories: { disk?: string | undefined; state: string }[] }[];
  points: RestorePoint[];
  proofs: Proof[];
}

/** `lifeboat status`: is this pharmacy protected now? */
export async function showStatus(invocation: Invocation, options: StatusOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const known = await ask(owner);
    output.object(statusObject(known, voiceOf(invocation, known)));
    if (!output.json) {
      for (const line of statusLines(invocation, known)) output.result(harmless(line));
      if (options.points === true) {
        const points = await owner.look((client) => client.restore.timeline({}));
        for (const line of ['', ...pointTable(points, known.names, texts)]) output.result(line);
      }
    }
    return CODES[known.status.protection.state];
  });
}

async function ask(owner: Owner): Promise<Known> {
  const names = await Names.of(owner);
  const status = await owner.look((client) => client.status.get());
  const { pharmacy } = await owner.look((client) => client.settings.get());
  const places = await owner.look((client) => client.destinations.list());
  const points = await owner.look((client) => client.runs.points({ limit: 5000 }));
  const proofs = await owner.look((client) => client.runs.proofs({ limit: 1000 }));
  return { status, pharmacy, names, places, points, proofs };
}

function voiceOf({ language }: Invocation, { pharmacy, names }: Known): ProtectionVoice {
  return {
    language,
    face: 'terminal',
    timeZone: pharmacy?.timeZone ?? 'UTC',
    sourceName: (source) => names.source(source),
    placeName: (destination, disk) => names.place(destination, disk),
  };
}

/** The state, what to do next about it, and what a bad day would cost. */
function statusLines(invocation: Invocation, known: Known): string[] {
  const { texts, language } = invocation;
  const { protection, nextRuns, pharmacy, isSetUp } = known.status;
  const voice = voiceOf(invocation, known);
  const said = (reason: Reason): string[] => {
    const { what, next } = reasonText(reason, voice);
    return [`${texts.app.marks[reason.severity]} ${what}`, `    ${next}`];
  };
  const lines = [
    `${pharmacy === undefined ? '' : `${pharmacy}: `}${headline(protection.state, language)}`,
    ...protection.reasons.flatMap(said),
  ];
  if (!isSetUp) return [...lines, texts.app.howToSetUp];
  const disasters = protection.disasters.map((disaster) => disasterText(disaster, voice));
  const next = nextRuns.map(({ tier, at }) => `${tierName(tier, language)} ${momentWords(at, language, voice.timeZone)}`);
  return [
    ...lines,
    '',
    ...disasters.map(({ title, lose, back, basis }) => `${title}: ${lose}; ${back} ${basis}`.trimEnd()),
    ...(next.length > 0 ? ['', texts.app.nextRuns(next.join(', '))] : []),
  ];
}

/** The same for other programs; described in docs/app-commands.md. */
function statusObject(known: Known, voice: ProtectionVoice): Parameters<Invocation['output']['object']>[0] {
  const { status, names, places } = known;
  const { protection, pharmacy, isSetUp, nextRuns, pause, working, version } = status;
  const { at, state, reasons, disasters, coverage, threeTwoOne } = protection;
  const fields = snakeKeys({
    at,
    pharmacy,
    isSetUp,
    reasons: reasons.map((reason) => ({ ...reason, ...reasonText(reason, voice) })),
    sources: names.sources.map(({ id, name, kind, tier }) => ({ id, name, kind, tier, ...newestOf(known, id) })),
    destinations: names.destinations.map(({ id, name, kind, site, isolation }) => ({
      id,
      name,
      kind,
      site,
      isolation,
      repositories: (places.find((place) => place.destination.id === id)?.repositories ?? []).map(({ disk, state: now }) => ({
        disk,
        state: now,
      })),
    })),
    restorePoints: known.points.map(({ witness: _facts, ...point }) => ({ ...point, isProven: isProven(known, point) })),
    coverage,
    disasters,
    threeTwoOne,
    nextRuns,
    pause,
    working,
    version,
  });
  return { message_type: 'status', state, ...(fields as object) };
}

/** The newest restore point of a source anywhere, and the newest that a trial restore proved. */
function newestOf(known: Known, source: string): { newest?: string; newestProven?: string } {
  const times = (points: readonly RestorePoint[]): string | undefined =>
    points.map(({ time }) => time).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];
  const points = known.points.filter((point) => point.source === source);
  const [newest, newestProven] = [times(points), times(points.filter((point) => isProven(known, point)))];
  return { ...(newest !== undefined && { newest }), ...(newestProven !== undefined && { newestProven }) };
}

/** Whether a trial restore of this copy passed, and none after it failed. */
function isProven({ proofs }: Known, { point, destination, disk }: Omit<RestorePoint, 'witness'>): boolean {
  const ours = proofs.filter((proof) => proof.point === point && proof.destination === destination && proof.disk === disk);
  return ours.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0]?.passed === true;
}
