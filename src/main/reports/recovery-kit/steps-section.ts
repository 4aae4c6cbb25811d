import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { KitPlace } from '../../../shared/model/recovery-kit.ts';
import type { KitTexts } from '../../../shared/text/kit/index.ts';
import { breakable, command, heading, INDENTED, TYPED } from './kit-style.ts';
import { azureVariables, RESTIC, resticLocation } from './restic-commands.ts';

/** Characters that fit on a line of a table of locations. */
const LINE = 60;

export function lifeboatSection(texts: KitTexts): Content[] {
  return [heading(texts.lifeboatTitle), { ol: texts.lifeboatSteps.map((text): Content => ({ text, margin: [0, 0, 0, 2] })) }];
}

/** How to get by without Lifeboat: exact commands, with nothing secret in them. */
export function resticSection(places: readonly KitPlace[], texts: KitTexts): Content[] {
  const { resticSteps: steps, placeholders } = texts;
  const where = placeholders.location;
  return [
    heading(texts.resticTitle),
    { text: texts.resticIntro, margin: [0, 0, 0, 5] },
    ...(places.length === 0 ? [] : [{ text: `${texts.resticLocations}:` }, locations(places, texts)]),
    ...azureStep(places, texts),
    step(steps.list, [RESTIC.list(where)]),
    step(steps.restore, [RESTIC.restore(where, placeholders.id, placeholders.folder)]),
    step(steps.locked, [RESTIC.unlock(where)]),
    step(steps.check, [RESTIC.check(where)]),
  ];
}

export function reprintSection(texts: KitTexts): Content[] {
  return [heading(texts.reprintTitle), { ul: [...texts.reprint] }, { text: texts.lost, margin: [0, 4, 0, 0] }];
}

function locations(places: readonly KitPlace[], texts: KitTexts): Content {
  const body = places.map((place): TableCell[] => [breakable(place.name), { stack: location(place, texts) }]);
  return { table: { widths: [120, '*'], dontBreakRows: true, body }, layout: INDENTED, margin: [0, 0, 0, 4] };
}

function location(place: KitPlace, texts: KitTexts): Content[] {
  const text = resticLocation(place);
  // What can be copied from the screen stays clean where it fits on a line.
  const typed: Content = { text: text.length > LINE ? breakable(text) : text, ...TYPED };
  return place.kind === 'usb-set' ? [typed, { text: texts.driveHint, fontSize: 8 }] : [typed];
}

/** Each account has variables of its own; restic takes one at a time. */
function azureStep(places: readonly KitPlace[], texts: KitTexts): Content[] {
  const clouds = places.filter((place): place is KitPlace & { kind: 'azure' } => place.kind === 'azure');
  if (clouds.length === 0) return [];
  const commands = clouds.map((place) => command(azureVariables(place, texts.placeholders.token)));
  return [
    {
      stack: [{ text: texts.resticSteps.azure }, ...commands, { text: texts.tokenHint, fontSize: 8, margin: [0, -2, 0, 5] }],
      unbreakable: true,
    },
  ];
}

function step(text: string, lines: readonly string[]): Content {
  return { stack: [{ text }, command(lines)], unbreakable: true };
}
