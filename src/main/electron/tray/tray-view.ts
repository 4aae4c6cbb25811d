import type { ErrorReport } from '../../../shared/errors/index.ts';
import { isPausedAt } from '../../../shared/model/installation.ts';
import type { Reason } from '../../../shared/model/protection.ts';
import { headline, type Language, momentWords, reasonText, sentence, type TrayTexts, trayTexts } from '../../../shared/text/index.ts';
import type { DayState } from '../day/close-day.ts';
import type { Role } from '../installation/installation.ts';
import type { Seen } from '../status/seen.ts';

/** The picture beside the clock. Each has a shape of its own; `working` moves. */
export type TrayPicture = 'protected' | 'attention' | 'not-protected' | 'paused' | 'working';

/** What a person can choose in the menu. */
export type TrayCommand =
  | {
      do:
        | 'back-up'
        | 'close-day'
        | 'keep-on'
        | 'vendor-update'
        | 'pause-hour'
        | 'pause-tomorrow'
        | 'resume'
        | 'open'
        | 'autostart'
        | 'quit';
    }
  | { do: 'release'; destination: string; disk: string; label: string };

export type MenuEntry =
  | { kind: 'sentence'; text: string }
  | { kind: 'line' }
  /** `isOn`: a switch, on or off. */
  | { kind: 'command'; text: string; command: TrayCommand; isEnabled: boolean; isOn?: boolean };

export interface TrayView {
  picture: TrayPicture;
  tooltip: string;
  menu: readonly MenuEntry[];
}

/** Everything the icon and its menu depend on. */
export interface TrayFacts {
  role: Role;
  /** Undefined: nobody answers. */
  seen: Seen | undefined;
  day: DayState;
  now: Date;
  /** For as long as the pharmacy's own language is not known. */
  language: Language;
  /** Whether the program starts when somebody signs in; undefined where that cannot be set. */
  startsAtSignIn: boolean | undefined;
  /** Why this process could not become the owner, while nobody answers. */
  problem: ErrorReport | undefined;
}

/** Windows cuts longer ones off. */
const LONGEST_TOOLTIP = 127;

/** The icon, its tooltip and its menu. */
export function trayView(facts: TrayFacts): TrayView {
  const { seen } = facts;
  const language = seen?.voice.language ?? facts.language;
  const texts = trayTexts(language);
  const sentences = seen === undefined ? silence(facts, texts) : [stateSentence(seen, texts), ...moreSentences(seen, facts.now, texts)];
  return {
    picture: seen === undefined ? 'not-protected' : pictureOf(seen, facts.now),
    tooltip: shortened(['Lifeboat', ...sentences].join('\n')),
    menu: [
      ...sentences.map((text): MenuEntry => ({ kind: 'sentence', text })),
      { kind: 'line' },
      ...(seen === undefined ? [] : workEntries(seen, facts, texts)),
      ...programEntries(facts, texts),
    ],
  };
}

function silence({ problem, language }: TrayFacts, texts: TrayTexts): string[] {
  return [texts.notRunning, ...(problem === undefined ? [] : [sentence(problem, language)])];
}

/** Red is never hidden by a pause; what moves says that something is being done about it. */
function pictureOf({ status }: Seen, now: Date): TrayPicture {
  if (status.working.length > 0) return 'working';
  const { state } = status.protection;
  if (state === 'not-protected') return 'not-protected';
  if (isPausedAt(status.pause, now)) return 'paused';
  return state === 'protected' ? 'protected' : 'attention';
}

function stateSentence({ status, voice }: Seen, texts: TrayTexts): string {
  const { state, reasons } = status.protection;
  const worst = reasons.find((reason: Reason) => reason.severity !== 'hint');
  return texts.state(
    headline(state, voice.language),
    state === 'protected' || worst === undefined ? undefined : reasonText(worst, voice).what,
  );
}

function moreSentences({ status, voice }: Seen, now: Date, texts: TrayTexts): string[] {
  return [
    ...(status.working.length > 0 ? [texts.working] : []),
    ...(status.deskMessages === undefined ? [] : [texts.messagesFail]),
    ...(isPausedAt(status.pause, now) ? [texts.pausedUntil(momentWords(status.pause.until, voice.language, voice.timeZone))] : []),
  ];
}

function workEntries({ status, disks }: Seen, { day, now }: TrayFacts, texts: TrayTexts): MenuEntry[] {
  const isReady = status.isSetUp;
  const closing: MenuEntry =
    day.kind === 'idle' ? command(texts.closeDay, { do: 'close-day' }, isReady) : command(texts.keepOn, { do: 'keep-on' });
  const pauses = isPausedAt(status.pause, now)
    ? [command(texts.resume, { do: 'resume' })]
    : [command(texts.pauseHour, { do: 'pause-hour' }, isReady), command(texts.pauseTomorrow, { do: 'pause-tomorrow' }, isReady)];
  return [
    command(texts.backUpNow, { do: 'back-up' }, isReady),
    closing,
    command(texts.vendorUpdates, { do: 'vendor-update' }, isReady),
    ...disks.map(({ destination, disk, label }) => command(texts.release(label), { do: 'release', destination, disk, label })),
    { kind: 'line' },
    ...pauses,
    { kind: 'line' },
  ];
}

function programEntries({ role, startsAtSignIn }: TrayFacts, texts: TrayTexts): MenuEntry[] {
  return [
    command(texts.open, { do: 'open' }),
    ...(startsAtSignIn === undefined ? [] : [{ ...command(texts.startAtSignIn, { do: 'autostart' }), isOn: startsAtSignIn }]),
    command(role === 'owner' ? texts.quitOwner : texts.quitFace, { do: 'quit' }),
  ];
}

function command(text: string, what: TrayCommand, isEnabled = true): Extract<MenuEntry, { kind: 'command' }> {
  return { kind: 'command', text, command: what, isEnabled };
}

function shortened(text: string): string {
  return text.length <= LONGEST_TOOLTIP ? text : `${text.slice(0, LONGEST_TOOLTIP - 1)}…`;
}
