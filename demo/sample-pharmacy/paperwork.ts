import type { DaySheet } from './business-day.ts';
import { type Day, momentOf } from './calendar.ts';
import type { FolderWriter } from './folder-writer.ts';
import { claimLogFile, scanFile } from './layout.ts';
import { seededRandom } from './random.ts';
import { scanImage } from './scan-image.ts';
import { scanBytes } from './scale.ts';

/** Writes the scans of a day, each at the time it came in. */
export function fileScans(writer: FolderWriter, seed: string, day: Day, sheet: DaySheet): void {
  for (const { rxNumber, at } of sheet.scanned) {
    const scanSeed = `${seed}/scan/${rxNumber}`;
    const bytes = seededRandom(scanSeed).between(scanBytes.smallest, scanBytes.largest);
    writer.write(scanFile(day, rxNumber), scanImage(scanSeed, bytes), momentOf(day, at));
  }
}

/** Appends a day's claims to the month's log. */
export function logClaims(writer: FolderWriter, day: Day, sheet: DaySheet, at: number): void {
  if (sheet.claimLines.length > 0) writer.append(claimLogFile(day), sheet.claimLines.join(''), momentOf(day, at));
}
