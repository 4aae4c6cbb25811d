import { join, parse } from 'node:path';
import { isThere } from './durable.ts';

/** `pharmacy.db` as `pharmacy (restored 2026-11-24 18.05).db`; with a number behind it if that is there as well. */
export async function nameBeside(path: string, moment: Date): Promise<string> {
  const { dir, name, ext } = parse(path);
  return await freeName(join(dir, `${name} (restored ${minute(moment)})${ext}`));
}

/** The path itself, or with the first number that is free. */
export async function freeName(path: string): Promise<string> {
  const { dir, name, ext } = parse(path);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : join(dir, `${name} ${number}${ext}`);
    if (!(await isThere(candidate))) return candidate;
  }
}

/** Local time, with nothing in it that a file name may not have. */
function minute(moment: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day} ${two(moment.getHours())}.${two(moment.getMinutes())}`;
}
