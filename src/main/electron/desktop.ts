import { setTimeout as pause } from 'node:timers/promises';
import { asLifeboatError } from '../../shared/errors/index.ts';
import type { Clock } from '../../shared/model/clock.ts';
import { type Language, type Note, pickLanguage, sentence, trayTexts } from '../../shared/text/index.ts';
import type { UpdateDesk } from '../api/index.ts';
import type { AppOptions } from '../app.ts';
import { profileAt } from '../profile/index.ts';
import { openFaceSocket } from '../web/index.ts';
import { AlertWatch } from './alerts/alert-watch.ts';
import type { NoticeFace } from './alerts/notice.ts';
import { Notices } from './alerts/notices.ts';
import type { Autostart } from './autostart/autostart.ts';
import { CloseDay } from './day/close-day.ts';
import { shutDown, type RunProgram } from './day/shut-down.ts';
import type { DesktopApp } from './desktop-app.ts';
import { installationOf } from './profile-reach.ts';
import { answerPage } from './line/answer-page.ts';
import type { Asker } from './line/page-port.ts';
import { followPower } from './power/power-events.ts';
import type { PowerFace } from './power/power-face.ts';
import { StayAwake } from './power/stay-awake.ts';
import { lookAt } from './status/seen.ts';
import { StatusWatch } from './status/status-watch.ts';
import { type Ask, TrayCommands } from './tray/tray-commands.ts';
import { type TrayFace, TrayIcon } from './tray/tray-icon.ts';
import { trayView } from './tray/tray-view.ts';
import { carryOutUpdates } from './updates/carry-out.ts';
import { MainWindow, type WindowFace } from './window/main-window.ts';

/** Electron's side of a person's app. */
export interface DesktopFaces {
  app: DesktopApp;
  window: WindowFace;
  tray: TrayFace;
  notices: NoticeFace;
  power: PowerFace;
  /** Undefined where it cannot be set: a folder of sources does not start at sign-in. */
  autostart: Autostart | undefined;
  ask: Ask;
  listenForPages: (hear: (asker: Asker) => void) => void;
  runProgram: RunProgram;
}

export interface DesktopNeeds {
  faces: DesktopFaces;
  /** What the owner is opened with, should this process be it. */
  owner: Omit<AppOptions, 'desktop' | 'clock' | 'updates'>;
  clock: Clock;
  /** Where this program gets newer versions; it carries out what people ask an owner without a window for. */
  updates: UpdateDesk;
  isHidden: boolean;
  every: (milliseconds: number, work: () => void) => () => void;
}

/** A person's app: tray and window, and the owner process where no other one is. */
export class Desktop {
  private readonly needs: DesktopNeeds;
  private readonly installation;
  private readonly window: MainWindow;
  private readonly status: StatusWatch;
  private readonly notices: Notices;
  private readonly day: CloseDay;
  private readonly tray: TrayIcon;
  private readonly awake: StayAwake;
  private startsAtSignIn: boolean | undefined;

  constructor(needs: DesktopNeeds) {
    this.needs = needs;
    const { faces, owner, clock, updates } = needs;
    const open = (place?: string): void => this.window.open(place);
    this.window = new MainWindow(faces.window, { onHide: () => undefined });
    this.notices = new Notices({ face: faces.notices, open, onTold: (failure) => this.messageTold(failure) });
    this.installation = installationOf({ ...owner, clock, updates, desktop: this.notices });
    carryOutUpdates({ installation: this.installation, updates });
    const languages = faces.app.languages();
    this.status = new StatusWatch({
      installation: this.installation,
      look: async (client) => await lookAt(client, languages, Intl.DateTimeFormat().resolvedOptions().timeZone),
      wait: async (milliseconds) => await pause(milliseconds, undefined, { ref: false }),
    });
    this.awake = new StayAwake(faces.power, clock);
    this.day = this.closeDay();
    this.tray = new TrayIcon(faces.tray, { choose: (command) => void this.commands().choose(command), every: needs.every });
  }

  /** Begins; resolves when somebody answers, or the program ends since the profile cannot be opened. */
  async run(): Promise<void> {
    const { faces, owner, isHidden, every } = this.needs;
    const { app, power } = faces;
    app.onOtherStart((other) => (other.isHidden ? undefined : this.window.open()));
    app.onQuit(async () => await this.close());
    followPower({
      face: power,
      app: () => this.installation.app,
      close: async () => await this.close(),
      wait: async (milliseconds) => await pause(milliseconds, undefined, { ref: false }),
    });
    this.follow();
    // The page loads while the owner comes up; its first question waits for that.
    const begun = this.installation.begin();
    faces.listenForPages((asker) =>
      answerPage(asker, {
        open: async () => {
          await begun;
          return await openFaceSocket(profileAt(owner.folder));
        },
        problemNow: () => this.installation.problem?.report(),
      }),
    );
    if (!isHidden) this.window.open();
    this.startsAtSignIn = await faces.autostart?.isOn();
    this.draw();
    every(MINUTE, () => this.draw());
    await begun.catch((error: unknown) => {
      app.tell('Lifeboat', sentence(asLifeboatError(error).report(), this.language));
      app.exit(1);
    });
  }

  /** Whether something runs that the program's end would interrupt. */
  get isWorking(): boolean {
    return (this.status.now?.status.working.length ?? 0) > 0;
  }

  private follow(): void {
    const alerts = new AlertWatch(this.notices);
    this.status.onChange((seen) => {
      this.draw();
      // An owner keeps its PC awake and tells its alerts itself; a background owner has no desktop for them.
      const isOwner = this.installation.role === 'owner';
      this.awake.update(isOwner && this.isWorking);
      if (!isOwner && seen !== undefined) alerts.look(seen);
    });
  }

  private draw(): void {
    this.tray.show(
      trayView({
        role: this.installation.role,
        seen: this.status.now,
        day: this.day.state,
        now: this.needs.clock.now(),
        language: this.language,
        startsAtSignIn: this.startsAtSignIn,
        problem: this.installation.problem?.report(),
      }),
    );
  }

  private closeDay(): CloseDay {
    const { runProgram } = this.needs.faces;
    return new CloseDay({
      client: () => this.installation.client,
      texts: () => trayTexts(this.language).day,
      tell: (note, place) => this.tell(note, place),
      shutDown: async () => await shutDown(runProgram),
      wait: async (milliseconds) => await pause(milliseconds, undefined, { ref: false }),
      onChange: () => this.draw(),
    });
  }

  private commands(): TrayCommands {
    const { faces, clock } = this.needs;
    return new TrayCommands({
      client: () => this.installation.client,
      role: () => this.installation.role,
      seen: () => this.status.now,
      language: () => this.language,
      day: this.day,
      tell: (note, place) => this.tell(note, place),
      open: (place) => this.window.open(place),
      ask: faces.ask,
      quit: () => faces.app.quit(),
      switchAutostart: async () => await this.switchAutostart(),
      clock,
    });
  }

  private async switchAutostart(): Promise<void> {
    const { autostart } = this.needs.faces;
    await autostart?.set(this.startsAtSignIn !== true);
    this.startsAtSignIn = await autostart?.isOn();
    this.draw();
  }

  private tell(note: Note, place?: string): void {
    this.notices.show({ key: 'answer', ...note, isUrgent: false, place });
  }

  /** The owner keeps it, so that it stands where people look. */
  private messageTold(why: string | undefined): void {
    void this.installation.client?.status.deskMessageTold(why === undefined ? {} : { why }).catch(() => undefined);
  }

  private get language(): Language {
    return this.status.now?.voice.language ?? pickLanguage(this.needs.faces.app.languages());
  }

  private async close(): Promise<void> {
    this.window.end();
    this.status.close();
    this.awake.end();
    await this.installation.close();
    this.tray.remove();
  }
}

/** Milliseconds; a pause ends by itself. */
const MINUTE = 60_000;
