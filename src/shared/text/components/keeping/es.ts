import type { KeepingTexts } from './texts.ts';
import { fullStop } from '../../full-stop.ts';

/** Restore points that somebody keeps, in Spanish. */
export const spanishKeeping: KeepingTexts = {
  notKept: 'Se borra cuando es más antiguo de lo fijado para su nivel.',
  kept: {
    person: (moment, by) => `Se conserva para siempre desde: ${fullStop(by === undefined ? moment : `${moment} (${by})`)}`,
    'vendor-update': (moment) => `Se conserva para siempre desde: ${fullStop(moment)} Es de antes de una actualización del proveedor.`,
    'attack-suspected': (moment) => `Se conserva para siempre desde: ${fullStop(moment)} Se temía un ataque.`,
  },
  note: (note) => `«${note}»`,
  of: (source, words) => `${source}: ${words}`,
  keep: 'Conservar para siempre…',
  keepNamed: (what) => `Conservar para siempre: ${what}`,
  title: (what, moment) => `¿Conservar ${what} como estaba (${moment})?`,
  lead: 'Este punto de recuperación se queda entonces en cada lugar que lo tiene, por antiguo que sea, hasta que alguien deje de conservarlo. Ocupa espacio allí. Nada más cambia.',
  why: '¿Para qué? (opcional)',
  whyHint: 'Se muestra donde aparece este punto, por ejemplo «cierre de 2026». Sin nombres de pacientes.',
  doIt: 'Conservarlo',
  stop: 'Dejar de conservarlo…',
  stopNamed: (what) => `Dejar de conservar ${what}`,
  confirmStop: (what, moment) => ({
    title: `¿Dejar de conservar ${what} como estaba (${moment})?`,
    body: 'Entonces decide de nuevo lo fijado para su nivel. Si es más antiguo, se borra en el próximo mantenimiento, y eso no se puede deshacer.',
  }),
};
