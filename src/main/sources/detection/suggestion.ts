import { basename, extname, sep } from 'node:path';
import type { Slug } from '../../../shared/model/source.ts';
import type { Tier } from '../../../shared/model/tier.ts';
import { type FoundFile, walkFiles } from '../files/index.ts';
import type { DetectionGround } from '../kind.ts';

/** Folders down from those that are looked into. */
const DEPTH = 7;
/** Folders of the system, of browsers and of tools: their databases are no pharmacy's. */
const NOT_LOOKED_INTO = new Set([
  '$recycle.bin',
  '.cache',
  '.git',
  'cache',
  'caches',
  'chrome',
  'edge',
  'firefox',
  'lifeboat',
  'mozilla',
  'node_modules',
  'onedrive',
  'packages',
  'proc',
  'snap',
  'sys',
  'system volume information',
  'temp',
  'tmp',
  'windows',
  'windowsapps',
  'winsxs',
]);
/** Words in the paths of dispensing data, and names of pharmacy systems. A suggestion for a person to judge, nothing more. */
const PHARMACY =
  /pharm|dispens|prescri|pms|(^|[^a-z])rx|rx([^a-z]|$)|patient|pioneerrx|primerx|bestrx|computer-?rx|winrx|rx30|liberty|qs1|nrx|nexgen|datascan|pharmaserv|framework ?ltc|scriptpro|enterpriserx|cegedim|openemr/i;
const LONGEST_ID = 50;

/** Every kind looks for its own among the same files: the disk is walked once. */
const walks = new WeakMap<DetectionGround, Promise<Map<string, FoundFile[]>>>();

/** Files below the ground's folders by the folder they lie in, as far as its time allows. */
export async function filesByFolder(ground: DetectionGround): Promise<ReadonlyMap<string, readonly FoundFile[]>> {
  const walk = walks.get(ground) ?? walkOnce(ground);
  walks.set(ground, walk);
  return await walk;
}

async function walkOnce(ground: DetectionGround): Promise<Map<string, FoundFile[]>> {
  const end = ground.clock.uptime() + ground.limit;
  const isOver = (): boolean => ground.clock.uptime() >= end;
  const isExcluded = (path: string): boolean => NOT_LOOKED_INTO.has(basename(path).toLowerCase());
  const folders = new Map<string, FoundFile[]>();
  for (const top of ground.folders) {
    for await (const file of walkFiles(top, { signal: ground.signal, depth: DEPTH, isOver, isExcluded })) {
      const folder = file.path.slice(0, -file.name.length - 1);
      const known = folders.get(folder);
      if (known === undefined) folders.set(folder, [file]);
      else known.push(file);
    }
  }
  return folders;
}

/** `critical` where the path speaks of a pharmacy's work. */
export function suggestTier(path: string, otherwise: Tier): Tier {
  return PHARMACY.test(path.split(sep).slice(-4).join(' ')) ? 'critical' : otherwise;
}

/** A name for a person and an id made from it; `spare` where nothing of it can be used. */
export function titleOf(text: string, spare: string): { name: string; id: Slug } {
  const words = text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\-.]+/g, ' ')
    .trim();
  const id = words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replaceAll(/^-+|-+$/g, '');
  const name = words === '' ? spare : words[0]?.toUpperCase() + words.slice(1);
  return { name: name.slice(0, 120), id: id === '' ? spare : id };
}

/** The ending of a file's name without its dot, in small letters. */
export function endingOf(name: string): string {
  return extname(name).slice(1).toLowerCase();
}
