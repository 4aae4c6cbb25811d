import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { KitPlace } from '../../../shared/model/recovery-kit.ts';
import type { KitTexts } from '../../../shared/text/kit/index.ts';
import { breakable, heading, RULED } from './kit-style.ts';

/** Every place with copies: what it is called, what it is, where it stands and how to find it. */
export function placesSection(places: readonly KitPlace[], texts: KitTexts): Content[] {
  const { name, kind, site, where } = texts.places;
  const head = [name, kind, site, where].map((text): TableCell => ({ text, bold: true, fontSize: 8.5 }));
  const rows = places.map((place): TableCell[] => [
    { text: breakable(place.name), bold: true },
    texts.kinds[place.kind],
    texts.sites[place.site],
    { stack: howToFind(place, texts).map(breakable) },
  ]);
  return [
    heading(texts.placesTitle),
    { table: { headerRows: 1, dontBreakRows: true, widths: [120, 80, 88, '*'], body: [head, ...rows] }, layout: RULED },
  ];
}

function howToFind(place: KitPlace, texts: KitTexts): string[] {
  switch (place.kind) {
    case 'usb-set':
      return [texts.usbLabels(place.labels.join(', ')), texts.usbWhere(place.path)];
    case 'azure': {
      const { account, container, prefix, endpoint } = place;
      return [texts.azureWhere(account, container, prefix), ...(endpoint === undefined ? [] : [texts.azureEndpoint(endpoint)])];
    }
    default:
      return [place.path];
  }
}
