import { styleText } from 'node:util';

/** Where the story is written: plain lines, with a little colour and a moving line where a person watches a terminal. */
export interface Paper {
  title(text: string): void;
  /** Starts a chapter; chapters are numbered. */
  chapter(text: string): void;
  say(text: string): void;
  /** A number worth knowing, under a name. */
  fact(name: string, value: string): void;
  good(text: string): void;
  bad(text: string): void;
  /** What a person would type. */
  command(text: string): void;
  /** Replaces the moving line; without a terminal nothing. */
  progress(text: string): void;
}

/** The part of a writable stream the paper needs. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

const nameWidth = 32;
type Style = Parameters<typeof styleText>[0];

/** A paper on `sink`. `colour` should be false for NO_COLOR and for anything but a terminal. */
export function paperOn(sink: Sink, colour: boolean): Paper {
  const paint = (style: Style, text: string): string => (colour ? styleText(style, text, { validateStream: false }) : text);
  const isLive = sink.isTTY === true;
  let chapters = 0;
  /** What the moving line says; empty when there is none. */
  let moving = '';

  function clear(): void {
    if (moving !== '') sink.write('\r\x1b[2K');
    moving = '';
  }

  function line(text: string): void {
    clear();
    sink.write(`${text}\n`);
  }

  return {
    title: (text) => line(`\n${paint('bold', text)}`),
    chapter: (text) => line(`\n${paint('bold', `${++chapters}. ${text}`)}`),
    say: (text) => line(`   ${text}`),
    fact: (name, value) => line(`   ${paint('dim', name.padEnd(nameWidth))} ${value}`),
    good: (text) => line(`   ${paint('green', `✓ ${text}`)}`),
    bad: (text) => line(`   ${paint('red', `✗ ${text}`)}`),
    command: (text) => line(`     ${paint('cyan', text)}`),
    progress: (text) => {
      if (!isLive || text === moving) return;
      clear();
      sink.write(`   ${paint('dim', text)}`);
      moving = text;
    },
  };
}
