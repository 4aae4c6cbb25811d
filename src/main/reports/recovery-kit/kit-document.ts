import type { Content } from 'pdfmake/interfaces.js';
import { formatDateTime } from '../../../shared/format/index.ts';
import type { Language } from '../../../shared/text/index.ts';
import { kitTexts, type KitTexts } from '../../../shared/text/kit/index.ts';
import { renderPdf } from '../pdf.ts';
import { accessSection } from './access-section.ts';
import { keySection } from './key-section.ts';
import type { KitContents } from './kit-contents.ts';
import { breakable, GREY, MARGIN } from './kit-style.ts';
import { placesSection } from './places-section.ts';
import { lifeboatSection, reprintSection, resticSection } from './steps-section.ts';

/**
 * The recovery kit as PDF on Letter paper: key, places and Lifeboat's steps on the first page, sealed access and restic's
 * commands on the second. The result has the key: it goes to the printer and nowhere else.
 */
export async function kitDocument(contents: KitContents, language: Language): Promise<Buffer> {
  const texts = kitTexts(language);
  const made = texts.made(formatDateTime(new Date(contents.madeAt), contents.timeZone).slice(0, 'YYYY-MM-DD hh:mm'.length));
  return await renderPdf({
    pageSize: 'LETTER',
    pageMargins: [MARGIN, 36, MARGIN, 40],
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.12 },
    language,
    info: {
      title: `${texts.title}: ${contents.pharmacy}`,
      creationDate: new Date(contents.madeAt),
      producer: 'Lifeboat',
      creator: 'Lifeboat',
    },
    footer: (page, pages) =>
      footer(`${texts.title} · ${texts.holder[contents.holder]} · ${made} · ${contents.pharmacy}`, texts.page(page, pages)),
    content: [
      title(contents, texts, made),
      ...keySection(contents.recoveryKey, texts),
      ...placesSection(contents.places, texts),
      ...lifeboatSection(texts),
      ...reprintSection(texts),
      ...secondPage(accessSection(contents.sealedAccess, texts)),
      ...resticSection(contents.places, texts),
    ],
  });
}

function title({ pharmacy, holder }: KitContents, texts: KitTexts, made: string): Content {
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: texts.title, fontSize: 24, bold: true, lineHeight: 1 },
          { text: breakable(pharmacy), fontSize: 14, margin: [0, 2, 0, 0] },
        ],
      },
      {
        width: 190,
        alignment: 'right',
        stack: [{ text: texts.holder[holder], fontSize: 11, bold: true, margin: [0, 6, 0, 2] }, { text: made }],
      },
    ],
  };
}

function secondPage(section: Content[]): Content[] {
  return [{ stack: section, pageBreak: 'before' }];
}

function footer(text: string, page: string): Content {
  return {
    columns: [
      { width: '*', text },
      { width: 70, text: page, alignment: 'right' },
    ],
    fontSize: 7.5,
    color: GREY,
    margin: [MARGIN, 12, MARGIN, 0],
  };
}
