/** Characters that most terminals show two columns wide: East Asian scripts and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const NARROW = /^[ -~]*$/;
const NOTHING = /[\p{M}\u200b-\u200d\ufe0f]/u;
const ELLIPSIS = '…';

/** Columns that harmless text takes on a terminal. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Text cut at its end to at most `columns`. */
export function cutEnd(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  return columns < 1 ? '' : take([...text], columns - 1).join('') + ELLIPSIS;
}

/** Text cut at its beginning to at most `columns`; of a path the end says most. */
export function cutStart(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  return columns < 1
    ? ''
    : ELLIPSIS +
        take([...text].reverse(), columns - 1)
          .reverse()
          .join('');
}

function take(characters: readonly string[], columns: number): string[] {
  const taken: string[] = [];
  let left = columns;
  for (const character of characters) {
    left -= characterWidth(character);
    if (left < 0) break;
    taken.push(character);
  }
  return taken;
}

function characterWidth(character: string): number {
  if (NOTHING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
