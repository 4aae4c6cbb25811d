import type { Day } from './calendar.ts';

/** Places inside a sample pharmacy's folder, relative to it, with `/`. */
export const databaseFile = 'dispensing/dispensing.sqlite';
export const scansFolder = 'scans';
export const inboxFolder = 'scans/inbox';
export const claimsFolder = 'claims';
export const labelsFolder = 'labels';
export const vendorFolder = 'vendor';

/** Where the scan of a prescription written on `day` lies. */
export function scanFile(day: Day, rxNumber: number): string {
  return `${scansFolder}/${day.slice(0, 4)}/${day.slice(5, 7)}/RX${rxNumber}.png`;
}

/** The claim log of a month: text, only ever appended to. */
export function claimLogFile(day: Day): string {
  return `${claimsFolder}/${day.slice(0, 4)}/claims-${day.slice(0, 7)}.log`;
}
