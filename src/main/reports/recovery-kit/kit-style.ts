import type { Content, CustomTableLayout } from 'pdfmake/interfaces.js';

/** Printed in black on white: no colour carries meaning, the lightest grey still prints on an old office printer. */
export const BLACK = '#000000';
export const GREY = '#444444';
export const SHADE = '#eeeeee';

/** Points between the paper's edge and the text. */
export const MARGIN = 43;
/** Width of the text on Letter paper. */
export const WIDTH = 612 - 2 * MARGIN;

export const FRAME: CustomTableLayout = {
  hLineWidth: () => 1.2,
  vLineWidth: () => 1.2,
  paddingLeft: () => 10,
  paddingRight: () => 10,
  paddingTop: () => 7,
  paddingBottom: () => 7,
};

export const RULED: CustomTableLayout = {
  hLineWidth: (line) => [0, 1][line] ?? 0.4,
  vLineWidth: () => 0,
  hLineColor: () => BLACK,
  paddingLeft: (column) => (column === 0 ? 0 : 6),
  paddingRight: () => 4,
  paddingTop: () => 3.5,
  paddingBottom: () => 3.5,
};

/** A table within running text. */
export const INDENTED: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 10 : 5),
  paddingRight: () => 5,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};

export const SHADED: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  fillColor: () => SHADE,
  paddingLeft: () => 7,
  paddingRight: () => 7,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** The look of what is to be typed: wide, so that two dashes stay apart. */
export const TYPED = { fontSize: 9, characterSpacing: 0.6 };

export function heading(text: string): Content {
  return {
    stack: [
      { text, bold: true, fontSize: 12.5, margin: [0, 13, 0, 3] },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.8 }], margin: [0, 0, 0, 6] },
    ],
    headlineLevel: 1,
  };
}

/** Text that may be broken behind every separator, and in the middle of a word that no line takes: nothing runs off the paper. */
export function breakable(text: string): string {
  return text.replaceAll(/[\\/]+|[^\s\\/]{24}/g, '$&\u200b');
}

/** Something to type as it stands. */
export function command(lines: readonly string[]): Content {
  const stack = lines.map((line): Content => ({ text: line, ...TYPED }));
  return { table: { widths: ['*'], body: [[{ stack }]] }, layout: SHADED, margin: [0, 1, 0, 5] };
}
