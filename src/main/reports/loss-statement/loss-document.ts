import type { Column, Content, TableCell } from 'pdfmake/interfaces.js';
import { formatBytes, formatCount, formatDateTime } from '../../../shared/format/index.ts';
import type { Loss } from '../../../shared/model/loss.ts';
import type { Language } from '../../../shared/text/index.ts';
import { lossSteps, lossTexts, type LossTexts } from '../../../shared/text/loss/index.ts';
import { renderPdf } from '../pdf.ts';
import { breakable, GREY, heading, MARGIN, RULED } from '../recovery-kit/kit-style.ts';

/** Whose statement it is, and on whose clock. */
export interface StatementOf {
  pharmacy: string;
  timeZone: string;
  language: Language;
}

/** A statement on something that is lost, to sign and to keep: what was on it, who could read it, what is done about it. */
export async function lossDocument(loss: Loss, of: StatementOf): Promise<Buffer> {
  const texts = lossTexts(of.language);
  const moment = (at: string | undefined): string =>
    at === undefined ? texts.unknown : formatDateTime(new Date(at), of.timeZone).slice(0, 16);
  return await renderPdf({
    pageSize: 'LETTER',
    pageMargins: [MARGIN, 36, MARGIN, 40],
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.12 },
    language: of.language,
    info: { title: `${texts.title}: ${of.pharmacy}`, creationDate: new Date(loss.at), producer: 'Lifeboat', creator: 'Lifeboat' },
    footer: (page, pages) => ({
      text: `${of.pharmacy} · ${texts.made(moment(loss.at))} · ${texts.page(page, pages)}`,
      color: GREY,
      fontSize: 7.5,
      margin: [MARGIN, 12, MARGIN, 0],
    }),
    content: [
      { text: texts.title, fontSize: 20, bold: true },
      { text: breakable(of.pharmacy), fontSize: 13, margin: [0, 2, 0, 0] },
      ...whatSection(loss, texts, moment),
      ...contentsSection(loss, texts, moment),
      heading(texts.encryptionTitle),
      ...encryption(loss, texts, moment),
      { text: texts.readable[loss.readable], bold: true, margin: [0, 4, 0, 0] },
      heading(texts.nowTitle),
      { ul: lossSteps(loss, of.language) },
      { text: texts.counsel, margin: [0, 10, 0, 0] },
      signature(texts),
    ],
  });
}

type Moment = (at: string | undefined) => string;

function whatSection({ facts, report, at, by }: Loss, texts: LossTexts, moment: Moment): Content[] {
  const rows: [string, string][] = [
    [texts.what.thing, `${facts.name}, ${texts.kinds[facts.kind]}`],
    [texts.what.how, report.wasStolen ? texts.stolen : texts.lost],
    [texts.what.noticed, moment(report.noticedAt)],
    [texts.what.lastSeen, moment(facts.lastSeenAt)],
    [texts.what.holder, facts.lastHolder ?? texts.unknown],
    [texts.what.declared, [moment(at), ...(by === undefined ? [] : [by])].join(', ')],
  ];
  const body = rows.map(([name, value]): TableCell[] => [{ text: name, color: GREY }, breakable(value)]);
  return [heading(texts.whatTitle), { table: { widths: [130, '*'], body }, layout: 'noBorders' }];
}

function contentsSection({ facts }: Loss, texts: LossTexts, moment: Moment): Content[] {
  if (facts.sources.length === 0) return [heading(texts.contentsTitle), { text: texts.nothingOnIt }];
  const { source, from, to, points, bytes } = texts.contents;
  const head = [source, from, to, points, bytes].map((text): TableCell => ({ text, bold: true, fontSize: 8.5 }));
  const rows = facts.sources.map((one): TableCell[] => [
    breakable(one.name),
    moment(one.from),
    moment(one.to),
    formatCount(one.points),
    formatBytes(one.bytes),
  ]);
  return [
    heading(texts.contentsTitle),
    { table: { headerRows: 1, dontBreakRows: true, widths: ['*', 84, 84, 44, 70], body: [head, ...rows] }, layout: RULED },
  ];
}

function encryption({ facts: { encryptedSince } }: Loss, texts: LossTexts, moment: Moment): Content[] {
  return encryptedSince === undefined ? [] : [{ text: `${texts.encryptedSince(moment(encryptedSince))} ${texts.encryption}` }];
}

function signature(texts: LossTexts): Content {
  return { columns: [line(texts.signature, 300), line(texts.date, 160)], margin: [0, 48, 0, 0] };
}

function line(text: string, width: number): Column {
  return {
    width,
    stack: [{ canvas: [{ type: 'line', x1: 0, y1: 0, x2: width - 20, y2: 0, lineWidth: 0.8 }] }, { text, fontSize: 8, color: GREY }],
  };
}
