import { invalid } from './invalid.ts';

export type Grouping = 'host' | 'paths' | 'tags';
const NAMES: Readonly<Record<string, Grouping>> = { host: 'host', hosts: 'host', path: 'paths', paths: 'paths', tag: 'tags', tags: 'tags' };

/** What snapshots of one group have in common, with commas between; empty means one group of all. */
export function parseGroupBy(value: string, name: string): Grouping[] {
  const parts = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const groups = parts.map((part) => {
    const group = NAMES[part];
    if (group === undefined) throw invalid(name, value, 'host,paths,tags');
    return group;
  });
  return [...new Set(groups)];
}
