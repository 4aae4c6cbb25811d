import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What somebody reads on a printed recovery kit, and nothing else. */
export interface ReadKit {
  recoveryKey: string;
  /** The locations of the copies, as the commands on the paper name them. */
  locations: string[];
  /** The numbered lines with the sealed access, as they are typed. */
  accessLines: string;
}

/** Reads a kit as a person does. `pdf` is base64, as the app gives it. */
export function readKit(pdf: string, folder: string): ReadKit {
  const file = join(folder, 'kit.pdf');
  writeFileSync(file, Buffer.from(pdf, 'base64'));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll('\u200b', '');
  const row = text.split('\n').find((line) => /^\s*(\w{4}\s*-\s*){6}\w{4}\s*$/.test(line)) ?? '';
  const lines = text.split('\n').flatMap((line) => /(?:^|\s)(\d{1,2}\. [0-9A-Z ]+)$/.exec(line)?.[1] ?? []);
  const locations = [...text.matchAll(/"((?:azure:|\/)[^"\s]+)"/g)].flatMap(([, location]) => location ?? []);
  return { recoveryKey: row.replaceAll(/\s/g, ''), locations, accessLines: lines.join('\n') };
}
