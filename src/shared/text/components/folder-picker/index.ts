import type { Language } from '../../language.ts';
import { englishFolderPicker } from './en.ts';
import { spanishFolderPicker } from './es.ts';
import type { FolderPickerTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, FolderPickerTexts>> = { en: englishFolderPicker, es: spanishFolderPicker };

/** The words of choosing a folder. */
export function folderPickerTexts(language: Language): FolderPickerTexts {
  return TEXTS[language];
}
