import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/index.ts';
import { systemVoice, type Voice } from './language-context.ts';

const SYSTEM = systemVoice();

/** The pharmacy's language and time zone; the system's as long as there is none or nothing is known. */
export function useVoiceOfPharmacy(): Voice {
  const { data } = useQuery(useApi().settings.get.queryOptions());
  const { language, timeZone } = data?.pharmacy ?? SYSTEM;
  return { language, timeZone };
}
