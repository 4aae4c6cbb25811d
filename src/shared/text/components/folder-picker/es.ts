import type { FolderPickerTexts } from './texts.ts';

/** Choosing a folder, in Spanish. */
export const spanishFolderPicker: FolderPickerTexts = {
  browse: 'Buscar…',
  browseFor: (field) => `Buscar: ${field}`,
  title: { folder: 'Elegir una carpeta', file: 'Elegir un archivo' },
  lookIn: 'Buscar en',
  home: 'Su propia carpeta',
  drive: (path, label) => (label === undefined || label === '' ? path : `${label} (${path})`),
  removable: 'se puede desconectar',
  free: (size) => `${size} libres`,
  up: 'Subir una carpeta',
  here: 'Está en',
  choose: 'Elegir esta carpeta',
  empty: 'Esta carpeta está vacía.',
  noFolders: 'Aquí no hay carpetas.',
  cut: 'En esta carpeta hay más de lo que se puede mostrar. Escriba la ruta.',
  showHidden: 'Mostrar lo oculto',
  system: 'pertenece al sistema',
  folder: 'carpeta',
  list: 'Contenido de esta carpeta',
};
