import type { SetupWhenTexts } from './texts.ts';
import { fullStop } from '../../../full-stop.ts';

/** When backups run, in Spanish. */
export const spanishSetupWhen: SetupWhenTexts = {
  title: 'Cuándo',
  lead: 'Lifeboat lo propone según su horario. Lo más importante se copia más a menudo, y sin estorbarle.',
  sizes: {
    title: 'Qué esperar',
    all: (size) => `Medido hasta ahora: ${size} en total.`,
    unmeasured: (names) => `Aún sin medir y por eso sin contar: ${names}.`,
    onSite: (name, length) => `Primera copia en ${name}: unos ${length}.`,
    offSite: (name, moment) => `Primera subida a ${name}: fuera de la farmacia desde ${fullStop(moment)}`,
    never: (name) => `Primera subida a ${name}: con esta línea tardaría meses. Empiece con una unidad que se lleve a casa.`,
    drives: (name) => `${name}: fuera de la farmacia en cuanto alguien se lleve la primera unidad.`,
    noSpeed: (name) => `${name}: su velocidad aún no está medida.`,
    daily: (size, length) => `Después, unos ${size} al día${length === undefined ? '' : `, ${length} de subida`}.`,
    guess:
      'Una estimación, antes de comprimir, según los tamaños y la velocidad medidos. Al cabo de una semana Lifeboat muestra lo que es en realidad.',
  },
};
