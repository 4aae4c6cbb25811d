import { ORPCError } from '@orpc/client';
import type { ErrorReport } from '../../../shared/errors/index.ts';
import type { Clock } from '../../../shared/model/clock.ts';
import { inAnHour, tomorrow } from '../../../shared/model/pause-until.ts';
import { type Language, type Note, sentence, trayTexts } from '../../../shared/text/index.ts';
import type { FaceClient } from '../../web/index.ts';
import type { CloseDay } from '../day/close-day.ts';
import type { Role } from '../installation/installation.ts';
import type { Seen } from '../status/seen.ts';
import type { TrayCommand } from './tray-view.ts';

/** Asks a person a question; whether the answer is yes. */
export type Ask = (question: { title: string; body: string; yes: string; no: string }) => Promise<boolean>;

export interface TrayCommandsNeeds {
  client: () => FaceClient | undefined;
  role: () => Role;
  seen: () => Seen | undefined;
  language: () => Language;
  day: Pick<CloseDay, 'begin' | 'keepOn'>;
  tell: (note: Note, place?: string) => void;
  open: (place?: string) => void;
  ask: Ask;
  quit: () => void;
  switchAutostart: () => Promise<void>;
  clock: Clock;
}

/** Carries out what a person chose in the menu. What goes wrong is said on the desktop. */
export class TrayCommands {
  private readonly needs: TrayCommandsNeeds;

  constructor(needs: TrayCommandsNeeds) {
    this.needs = needs;
  }

  async choose(command: TrayCommand): Promise<void> {
    try {
      await this.perform(command);
    } catch (error) {
      const { failed, notRunning } = trayTexts(this.needs.language());
      this.needs.tell(failed(this.reasonOf(error) ?? notRunning));
    }
  }

  private async perform(command: TrayCommand): Promise<void> {
    const { day, open } = this.needs;
    switch (command.do) {
      case 'open':
        return open();
      case 'quit':
        return await this.quit();
      case 'autostart':
        return await this.needs.switchAutostart();
      case 'close-day':
        return await day.begin();
      case 'keep-on':
        return day.keepOn();
      default:
        return await this.ask(command, this.asked());
    }
  }

  private async ask(command: TrayCommand, client: FaceClient): Promise<void> {
    const texts = trayTexts(this.needs.language());
    if (command.do === 'back-up') await client.runs.start({});
    if (command.do === 'pause-hour') await client.status.pause({ until: inAnHour(this.now()) });
    if (command.do === 'pause-tomorrow') await client.status.pause({ until: tomorrow(this.now(), this.needs.seen()?.voice.timeZone) });
    if (command.do === 'resume') await client.status.resume();
    if (command.do === 'vendor-update') {
      await client.runs.vendorUpdate({});
      this.needs.tell(texts.vendorExpected);
    }
    if (command.do === 'release') {
      const { destination, disk, label } = command;
      const { safe } = await client.destinations.release({ destination, disk });
      this.needs.tell(safe ? texts.released(label) : texts.notReleased(label));
    }
  }

  private async quit(): Promise<void> {
    const { role, seen, ask, quit } = this.needs;
    // Backups go on without a face; only the owner's end has to be wanted.
    if (role() !== 'owner') return quit();
    const { askQuit } = trayTexts(this.needs.language());
    const isWorking = (seen()?.status.working.length ?? 0) > 0;
    const body = isWorking ? askQuit.bodyWhileWorking : askQuit.body;
    if (await ask({ title: askQuit.title, body, yes: askQuit.quit, no: askQuit.stay })) quit();
  }

  private asked(): FaceClient {
    const client = this.needs.client();
    if (client === undefined) throw new Error('Nobody answers.');
    return client;
  }

  /** A failure of normal life in words; undefined: the line broke. */
  private reasonOf(error: unknown): string | undefined {
    return error instanceof ORPCError && error.code === 'LIFEBOAT' ? sentence(error.data as ErrorReport, this.needs.language()) : undefined;
  }

  private now(): Date {
    return this.needs.clock.now();
  }
}
