import type { SetupWhereTexts } from './texts.ts';

/** Where copies go, in Spanish. */
export const spanishSetupWhere: SetupWhereTexts = {
  title: 'Dónde van las copias',
  lead: 'Al menos un lugar en la farmacia, para volver a trabajar pronto, y otro fuera, contra incendio, inundación, robo y secuestro de datos (ransomware).',
  places: 'Lugares',
  columns: { name: 'Lugar', kind: 'Tipo', site: 'Dónde', destroy: '¿Podría destruirlo este equipo?', actions: 'Cambiar' },
  kinds: { folder: 'disco de este equipo', 'usb-set': 'unidades USB', 'network-folder': 'carpeta de red', azure: 'Azure' },
  sites: { 'on-site': 'en la farmacia', 'off-site': 'en otro lugar' },
  destroy: { yes: 'Sí', no: 'No', whileAway: 'No mientras está desconectada', unknown: 'sin probar' },
  disks: (count) => (count === 0 ? 'aún sin unidades' : `${count} ${count === 1 ? 'unidad' : 'unidades'}`),
  add: 'Agregar un lugar',
  drives: 'Unidades…',
  drivesNamed: (name) => `Unidades de ${name}`,
  remove: 'Quitar…',
  removeNamed: (name) => `Quitar ${name}`,
  empty: {
    title: 'Aún no hay ningún lugar',
    body: 'Empiece con lo que tiene: un segundo disco, una unidad USB o una carpeta en la red. Después agregue la nube, o una unidad que se lleve a casa.',
  },
  none: { title: 'Aún no hay ningún lugar.', body: 'Agregue al menos un lugar al que puedan ir las copias.' },
  noOnSite: {
    title: 'No habrá ninguna copia en la farmacia.',
    body: 'Todo tendría que volver por internet. Con un segundo disco o una unidad USB volverá a trabajar mucho antes.',
  },
  noOffSite: {
    title: 'No habrá ninguna copia en otro lugar.',
    body: 'Si se quema el edificio o lo roban todo, se pierden todas las copias. Inicio se lo recordará hasta que haya una.',
  },
  anyway: 'Seguir sin ella',
};
