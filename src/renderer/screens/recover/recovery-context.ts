import { createContext, use } from 'react';
import type { Recovery } from './recovery.ts';

export interface RecoveryContextValue {
  recovery: Recovery;
  say: (said: Partial<Recovery>) => void;
}

export const RecoveryContext = createContext<RecoveryContextValue | undefined>(undefined);

export function useRecovery(): RecoveryContextValue {
  const value = use(RecoveryContext);
  if (value === undefined) throw new Error('There is no recovery around this component.');
  return value;
}
