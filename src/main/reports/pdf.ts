import fonts from 'pdfmake/fonts/Roboto.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** Fonts are embedded, so that a page looks the same on every PC and printer. */
const FONT_FILES = new Set(Object.values(fonts.Roboto));

/** A document as PDF. It reads nothing but our fonts: no file and no address that a text could smuggle in. */
export async function renderPdf(document: TDocumentDefinitions): Promise<Buffer> {
  // Papers are rare: no start waits for what makes them.
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));
  return await pdfmake.createPdf(document).getBuffer();
}
