import { useQuery } from '@tanstack/react-query';
import { useApi, useSetupState } from '../api/index.ts';
import { systemVoice, type Voice } from './language-context.ts';

const SYSTEM = systemVoice();

/**
 * The pharmacy's language and time zone; the system's as long as there is none or nothing is known. While a pharmacy is
 * being set up, what was chosen so far counts at once.
 */
export function useVoiceOfPharmacy(): Voice {
  const { data } = useQuery(useApi().settings.get.queryOptions());
  const { data: setup } = useSetupState();
  const chosen = setup?.isFinished === false ? setup.draft.pharmacy : undefined;
  const { language, timeZone } = data?.pharmacy ?? SYSTEM;
  return { language: chosen?.language ?? language, timeZone };
}
