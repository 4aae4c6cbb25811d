import type { ThreeTwoOneTexts } from './texts.ts';

/** The 3-2-1 picture, in Spanish. */
export const spanishThreeTwoOne: ThreeTwoOneTexts = {
  title: 'Tres copias, dos clases de lugar, una en otro sitio',
  live: 'Sus datos',
  onSite: 'En la farmacia',
  offSite: 'En otro lugar',
  locked: 'Este equipo no puede destruirla',
  missing: 'nada todavía',
  sentence: ({ copies, kinds, offSite, indestructible }) =>
    `${copies === 1 ? 'Solo los datos mismos, ninguna copia todavía' : `${copies} veces sus datos (el original y ${copies - 1} ${copies === 2 ? 'copia' : 'copias'})`}, ${kinds} ${kinds === 1 ? 'clase' : 'clases'} de lugar, ${offSite} en otro lugar, ${indestructible} que este equipo no puede destruir.`,
  next: ({ onSite, offSite, indestructible }) => {
    if (onSite === 0) return 'Lo siguiente: un lugar en la farmacia, para volver a trabajar pronto.';
    if (offSite === 0) return 'Lo siguiente: un lugar fuera de la farmacia, contra incendio, inundación y robo.';
    return indestructible === 0
      ? 'Aún mejor: un lugar que este equipo no pueda destruir, contra el secuestro de datos (ransomware).'
      : undefined;
  },
};
