/** Characters Windows forbids, `/` left out, and what stands for them: the same, wide. `:` would open a stream of another file, `\\` another folder. */
const FORBIDDEN = /[<>:"\\|?*\u0000-\u001f]/g;
const WIDE = 0xfee0;
/** Unicode's pictures of control characters, of the space among them. */
const PICTURE = 0x2400;
/** Names of devices, with whatever extension. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=[ ]*(?:\.|$))/i;
/** A byte that is no UTF-8, as names hold it. */
const STRAY_BYTE = /[\udc80-\udcff]/gu;

/**
 * A name as Windows can hold it: its own where that is possible, else one that looks like it. What is forbidden gets its
 * wide look-alike (`a:b` is `a：b`), so does a dot or space at the end, which Windows would drop; a device's name gets a `_`.
 */
export function windowsName(name: string): string {
  return name
    .replace(STRAY_BYTE, (byte) => `%${(byte.charCodeAt(0) - 0xdc00).toString(16).toUpperCase()}`)
    .replace(FORBIDDEN, lookAlike)
    .replace(/[ .]$/, lookAlike)
    .replace(DEVICE, '$1_');
}

/** Names that differ only in upper and lower case are one entry. */
export function windowsFold(name: string): string {
  return name.toUpperCase();
}

function lookAlike(character: string): string {
  const code = character.charCodeAt(0);
  return String.fromCharCode(code + (code <= 0x20 ? PICTURE : WIDE));
}
