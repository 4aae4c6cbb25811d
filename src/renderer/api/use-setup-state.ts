import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { SetupDraft, SetupStep } from '../../shared/model/setup-progress.ts';
import { useApi } from './owner-api.ts';

export interface SetupState {
  isFinished: boolean;
  step: SetupStep;
  reached: SetupStep;
  draft: SetupDraft;
}

/** How far the guided set-up is. */
export function useSetupState(): UseQueryResult<SetupState> {
  // The frame shows no screen while it asks: a screen that asked again because it came would take itself away for ever.
  return useQuery(useApi().setup.state.queryOptions({ retryOnMount: false }));
}
