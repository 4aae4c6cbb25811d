/** One language's words of choosing a folder or a file of the PC. */
export interface FolderPickerTexts {
  browse: string;
  /** The button's name beside the field it belongs to. */
  browseFor: (field: string) => string;
  title: { folder: string; file: string };
  lookIn: string;
  home: string;
  drive: (path: string, label: string | undefined) => string;
  removable: string;
  free: (size: string) => string;
  up: string;
  here: string;
  choose: string;
  empty: string;
  noFolders: string;
  cut: string;
  showHidden: string;
  system: string;
  folder: string;
  list: string;
}
