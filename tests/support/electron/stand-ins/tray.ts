import type { TrayFace } from '../../../../src/main/electron/tray/tray-icon.ts';
import type { MenuEntry, TrayCommand } from '../../../../src/main/electron/tray/tray-view.ts';
import type { SeenEntry } from '../../../contract/electron/tray.ts';

/** An icon that nobody sees; it keeps what its adapter promises (tests/contract/electron). */
export class StandInTray implements TrayFace {
  /** What was done to it, in order. */
  readonly seen: string[] = [];
  private entries: readonly MenuEntry[] | undefined;
  private choose: (command: TrayCommand) => void = () => undefined;
  private readonly clickHearers: (() => void)[] = [];

  picture(name: string): void {
    this.seen.push(`picture ${name}`);
  }

  tooltip(text: string): void {
    this.seen.push(`tooltip ${text}`);
  }

  menu(entries: readonly MenuEntry[], choose: (command: TrayCommand) => void): void {
    this.seen.push('menu');
    this.entries = entries;
    this.choose = choose;
  }

  onClick(hear: () => void): void {
    this.clickHearers.push(hear);
  }

  remove(): void {
    this.seen.push('removed');
  }

  get isThere(): boolean {
    return !this.seen.includes('removed');
  }

  /** The menu as a person sees it, without its lines; undefined: there is none. */
  get shownMenu(): SeenEntry[] | undefined {
    return this.entries?.flatMap((entry) => this.shown(entry));
  }

  personClicks(): void {
    for (const hear of this.clickHearers) hear();
  }

  /** Chooses an entry by how its words begin. */
  personChooses(words: string): void {
    const found = this.shownMenu?.find(({ text, isEnabled }) => isEnabled && text.startsWith(words));
    if (found === undefined) throw new Error(`The menu has no ${words}: ${this.shownMenu?.map(({ text }) => text).join(' | ')}`);
    found.choose();
  }

  private shown(entry: MenuEntry): SeenEntry[] {
    if (entry.kind === 'line') return [];
    if (entry.kind === 'sentence') return [{ text: entry.text, isEnabled: false, isOn: undefined, choose: () => undefined }];
    const { text, isEnabled, isOn, command } = entry;
    return [{ text, isEnabled, isOn, choose: () => this.choose(command) }];
  }
}
