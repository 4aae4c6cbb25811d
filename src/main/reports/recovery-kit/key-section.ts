import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { recoveryKeyGroups } from '../../../shared/model/recovery-key.ts';
import type { KitTexts } from '../../../shared/text/kit/index.ts';
import { FRAME, GREY, heading } from './kit-style.ts';

/** Widths in points: a box takes four of the widest letters. */
const BOX = 64;
const DASH = 8;

/** The key, large, in numbered groups, and as a QR code that gives exactly the key. */
export function keySection(recoveryKey: string, texts: KitTexts): Content[] {
  return [
    heading(texts.keyTitle),
    keyRow(recoveryKeyGroups(recoveryKey)),
    {
      columns: [
        {
          width: 108,
          stack: [
            { qr: recoveryKey, fit: 100, eccLevel: 'M', margin: [4, 4, 0, 0] },
            { text: texts.keyScan, fontSize: 7.5, color: GREY, margin: [4, 4, 0, 0] },
          ],
        },
        {
          width: '*',
          stack: [
            { text: texts.keyHint, margin: [0, 2, 0, 8] },
            {
              table: {
                widths: ['*'],
                body: [
                  [
                    {
                      stack: [
                        { text: texts.keeping, bold: true, fontSize: 12 },
                        { text: texts.keepingWhy, margin: [0, 3, 0, 0] },
                      ],
                    },
                  ],
                ],
              },
              layout: FRAME,
            },
          ],
        },
      ],
      columnGap: 16,
      margin: [0, 8, 0, 0],
    },
  ];
}

/** Boxes with dashes between them, since the dashes are part of the key. */
function keyRow(groups: readonly string[]): Content {
  const cells = groups.flatMap((group, index): TableCell[] => {
    const box: TableCell = {
      text: group,
      alignment: 'center',
      fontSize: 16.5,
      bold: true,
      characterSpacing: 0.7,
      border: [true, true, true, true],
      margin: [0, 3, 0, 3],
    };
    return index === 0
      ? [box]
      : [{ text: '-', alignment: 'center', fontSize: 16.5, bold: true, border: [false, false, false, false], margin: [0, 3, 0, 3] }, box];
  });
  const numbers = groups.flatMap((_, index): TableCell[] => {
    const number: TableCell = {
      text: String(index + 1),
      alignment: 'center',
      fontSize: 7.5,
      color: GREY,
      border: [false, false, false, false],
    };
    return index === 0 ? [number] : [{ text: '', border: [false, false, false, false] }, number];
  });
  const widths = cells.map((_, index) => (index % 2 === 0 ? BOX : DASH));
  const layout = {
    hLineWidth: () => 1.2,
    vLineWidth: () => 1.2,
    paddingLeft: () => 1,
    paddingRight: () => 0,
    paddingTop: () => 1,
    paddingBottom: () => 1,
  };
  return { table: { widths, body: [cells, numbers] }, layout };
}
