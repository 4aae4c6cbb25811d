import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { kitCodeLines, kitCodeText, kitLineGroups } from '../../../shared/model/kit-code.ts';
import type { KitTexts } from '../../../shared/text/kit/index.ts';
import { GREY, heading } from './kit-style.ts';

/** What opens the off-site copy, sealed: to scan, and to type if there is no camera. */
export function accessSection(sealed: Uint8Array | undefined, texts: KitTexts): Content[] {
  if (sealed === undefined) return [heading(texts.accessTitle), { text: texts.noAccess }];
  return [
    heading(texts.accessTitle),
    { text: texts.accessHint, margin: [0, 0, 0, 6] },
    {
      columns: [
        {
          width: 180,
          stack: [
            { qr: kitCodeText(sealed), fit: 178, eccLevel: 'M' },
            { text: texts.accessScan, fontSize: 7.5, color: GREY, margin: [0, 4, 0, 0] },
          ],
        },
        { width: 'auto', ...lineTable(kitCodeLines(sealed)) },
      ],
      columnGap: 18,
    },
  ];
}

function lineTable(lines: readonly string[]): { table: { widths: number[]; body: TableCell[][] }; layout: object } {
  const body = lines.map((line, index): TableCell[] => {
    const groups = kitLineGroups(line);
    // Four wide letters are wider than their cell: they may reach into its padding, but never go onto another line.
    // The last line may be short; its check characters stand below those of the others.
    const data = [...groups.slice(0, -1), ...Array.from({ length: 7 - groups.length }, () => '')];
    return [
      { text: `${index + 1}.`, fontSize: 8.5, color: GREY, alignment: 'right', margin: [0, 1.5, 0, 0] },
      ...data.map((text): TableCell => ({ text, fontSize: 10.5, characterSpacing: 0.6, noWrap: true })),
      { text: groups.at(-1) ?? '', fontSize: 10.5, bold: true, characterSpacing: 0.6, noWrap: true },
    ];
  });
  const layout = {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 3,
    paddingRight: () => 3,
    paddingTop: () => 1.6,
    paddingBottom: () => 1.6,
  };
  return { table: { widths: [16, 38, 38, 38, 38, 38, 38, 22], body }, layout };
}
