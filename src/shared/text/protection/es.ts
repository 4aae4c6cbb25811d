import { countOf } from '../../format/index.ts';
import { spanishReasonSentences } from './reasons-es.ts';
import { spanishTerminalSteps } from './terminal-es.ts';
import type { DisasterWords, ProtectionSentences } from './sentences.ts';

/** Sentences about protection, in Spanish. */
export const spanishProtection: ProtectionSentences = {
  headline: { protected: 'Protegida', 'needs-attention': 'Requiere atención', 'not-protected': 'Sin protección' },
  reasons: spanishReasonSentences,
  terminal: spanishTerminalSteps,
  disasters: { 'pc-dies': 'Si este equipo falla', 'building-burns': 'Si se quema el local', ransomware: 'Si ataca un ransomware' },
  disaster: (words) => ({
    lose: words.lose === undefined ? 'se perdería algo crítico: no está todo allí' : `pierde como mucho ${words.lose} de trabajo`,
    back: words.back === undefined ? 'no se ha medido cuánto tarda' : `datos de vuelta en unos ${words.back}`,
    basis: `(${basis(words)})`,
  }),
  nothingLeft: { lose: 'se pierde todo: no quedaría ninguna copia', back: 'no se podría recuperar nada', basis: '' },
  marks: {
    fine: 'al día',
    away: 'fuera',
    failing: 'con fallos',
    never: 'aún sin copia',
    'first-upload': 'primera subida en curso',
    behind: 'atrasada',
  },
  threeTwoOne: (isMet, { copies, kinds, offSite, indestructible, errors }) =>
    `${isMet ? 'Se cumple la regla 3-2-1-1-0' : 'Aún no se cumple la regla 3-2-1-1-0'}: ${copies} copias con los datos en uso, ${countOf(kinds, 'tipo de lugar', 'tipos de lugar')}, ` +
    `${offSite} fuera del local, ${indestructible} que no se puede destruir desde este equipo, ${errors} con errores.`,
  fullIn: (length) => (length === undefined ? 'no se está llenando' : `se llenará en unos ${length}`),
  yourData: 'sus datos',
  yourPlace: 'uno de los lugares',
};

function basis({ place, measuredBy, measuredAt, isProven, lockedUntil }: DisasterWords): string {
  const measured =
    measuredBy === 'proof'
      ? `ensayado ${measuredAt ?? ''}`.trim()
      : measuredBy === 'line-speed'
        ? 'a la velocidad medida, sin ensayar'
        : 'nunca ensayado';
  return [
    place,
    measured,
    ...(isProven ? [] : ['sin comprobar']),
    ...(lockedUntil === undefined ? [] : [`bloqueada hasta ${lockedUntil}`]),
  ].join(', ');
}
