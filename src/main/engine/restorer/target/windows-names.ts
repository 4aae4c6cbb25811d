/** Characters Windows forbids; `:` would open a stream of another file, `\` another folder. */
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]/;
/** Names of devices, with whatever extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(?:\.|$)/i;

/** Whether Windows can hold an entry of exactly this name. It silently drops dots and spaces at the end. */
export function isWindowsName(name: string): boolean {
  return name.isWellFormed() && !FORBIDDEN.test(name) && !DEVICE.test(name) && !/[ .]$/.test(name);
}

/** Names that differ only in upper and lower case are one entry. */
export function windowsFold(name: string): string {
  return name.toUpperCase();
}
