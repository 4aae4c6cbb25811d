import type { FolderPickerTexts } from './texts.ts';

/** Choosing a folder, in English. */
export const englishFolderPicker: FolderPickerTexts = {
  browse: 'Browse…',
  browseFor: (field) => `Browse: ${field}`,
  title: { folder: 'Choose a folder', file: 'Choose a file' },
  lookIn: 'Look in',
  home: 'Your own folder',
  drive: (path, label) => (label === undefined || label === '' ? path : `${label} (${path})`),
  removable: 'can be unplugged',
  free: (size) => `${size} free`,
  up: 'Up one folder',
  here: 'You are in',
  choose: 'Choose this folder',
  empty: 'This folder is empty.',
  noFolders: 'There are no folders in here.',
  cut: 'There is more in this folder than can be shown. Type the path instead.',
  showHidden: 'Show hidden ones',
  system: 'belongs to the system',
  folder: 'folder',
  list: 'What is in this folder',
};
