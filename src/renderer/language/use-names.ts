import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { pageTexts, type ProtectionVoice } from '../../shared/text/index.ts';
import { useApi } from '../api/index.ts';
import { useVoice } from './language-context.ts';
import { useTexts } from './use-texts.ts';

/** What a person calls sources and places, and the voice to say it in. */
export function useNames(): ProtectionVoice {
  const { language, timeZone } = useVoice();
  const api = useApi();
  const { data: sources } = useQuery(api.sources.list.queryOptions());
  const { data: places } = useQuery(api.destinations.list.queryOptions());
  const { data: old } = useQuery(api.kit.retired.queryOptions());
  const { oldCopies } = useTexts(pageTexts);
  return useMemo(() => {
    const sourceNames = new Map(sources?.map(({ id, name }) => [id, name]));
    const destinations = new Map(places?.map(({ destination }) => [destination.id, destination]));
    const oldNames = new Map(old?.copies.map(({ id, name }) => [id, oldCopies(name)]));
    const placeName = (id: string, disk?: string): string | undefined => {
      const destination = destinations.get(id);
      if (destination === undefined) return oldNames.get(id);
      if (destination.kind !== 'usb-set' || disk === undefined) return destination.name;
      return destination.disks.find((one) => one.id === disk)?.label ?? destination.name;
    };
    return { language, timeZone, sourceName: (id) => sourceNames.get(id), placeName };
  }, [language, timeZone, sources, places, old, oldCopies]);
}
