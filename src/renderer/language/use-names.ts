import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProtectionVoice } from '../../shared/text/index.ts';
import { useApi } from '../api/index.ts';
import { useVoice } from './language-context.ts';

/** What a person calls sources and places, and the voice to say it in. */
export function useNames(): ProtectionVoice {
  const { language, timeZone } = useVoice();
  const api = useApi();
  const { data: sources } = useQuery(api.sources.list.queryOptions());
  const { data: places } = useQuery(api.destinations.list.queryOptions());
  return useMemo(() => {
    const sourceNames = new Map(sources?.map(({ id, name }) => [id, name]));
    const destinations = new Map(places?.map(({ destination }) => [destination.id, destination]));
    const placeName = (id: string, disk?: string): string | undefined => {
      const destination = destinations.get(id);
      if (destination?.kind !== 'usb-set' || disk === undefined) return destination?.name;
      return destination.disks.find((one) => one.id === disk)?.label ?? destination.name;
    };
    return { language, timeZone, sourceName: (id) => sourceNames.get(id), placeName };
  }, [language, timeZone, sources, places]);
}
