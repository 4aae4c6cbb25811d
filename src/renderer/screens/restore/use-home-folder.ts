import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/index.ts';
import type { RestoreItem } from '../../../shared/model/restore.ts';

/** Folders that have nothing but one folder in them, at most: a path is not deeper than this. */
const DEEPEST = 40;

/** Where looking through a restore point begins: the first folder with more than one thing in it. */
export function useHomeFolder(at: Pick<RestoreItem, 'destination' | 'disk' | 'snapshot'>) {
  const { browse } = useApi().restore;
  return useQuery({
    queryKey: [...browse.queryKey({ input: { ...at, path: '/' } }), 'home'],
    queryFn: async ({ signal }): Promise<string> => {
      let path = '/';
      for (let depth = 0; depth < DEEPEST; depth++) {
        const entries = (await browse.call({ ...at, path }, { signal })).filter((entry) => !isDatabase(entry.path));
        const [only] = entries;
        if (only === undefined || entries.length > 1 || only.type !== 'dir') return path;
        path = only.path;
      }
      return path;
    },
    refetchOnWindowFocus: false,
  });
}

/** What a database gave: it comes back as a whole, not as files. */
export function isDatabase(path: string): boolean {
  return path === '/database' || path.startsWith('/database/');
}
