import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { SetupDraft, SetupStep } from '../../../shared/model/setup-progress.ts';
import { type SetupState, useApi } from '../../api/index.ts';

/** What the steps of the guided set-up share. */
export interface Setup {
  state: SetupState;
  /** Keeps more of what was typed, at once and in the owner process, so that closing the window loses nothing. */
  change: (change: SetupDraft) => void;
  /** Opens a step, when everything typed is kept. */
  goTo: (step: SetupStep) => Promise<void>;
}

export const SetupContext = createContext<Setup | undefined>(undefined);

export function useSetup(): Setup {
  const setup = use(SetupContext);
  if (setup === undefined) throw new Error('There is no set-up around this component.');
  return setup;
}

/** The set-up as the steps change it. One message is on its way at a time; the next one carries everything typed meanwhile. */
export function useSetupKeeper(state: SetupState): Setup {
  const api = useApi();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const keeper = useRef<Keeper>(undefined);
  return useMemo(() => {
    const queryKey = api.setup.state.queryKey();
    const now = (): SetupState => queries.getQueryData<SetupState>(queryKey) ?? state;
    keeper.current ??= new Keeper(async () => {
      const { step, draft } = now();
      await api.setup.keep.call({ step, draft });
    });
    const { current } = keeper;
    const put = (change: Partial<SetupState>): void => {
      queries.setQueryData<SetupState>(queryKey, { ...now(), ...change });
    };
    return {
      state,
      change: (draft) => {
        put({ draft: { ...now().draft, ...draft } });
        void current.keep().catch(() => undefined);
      },
      goTo: async (step) => {
        put({ step });
        await current.keep();
        await queries.invalidateQueries({ queryKey });
        navigate(`/setup/${step}`);
      },
    };
  }, [api, queries, navigate, state]);
}

/** Sends the newest, one after the other. */
class Keeper {
  private readonly send: () => Promise<void>;
  private sending: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  constructor(send: () => Promise<void>) {
    this.send = send;
  }

  async keep(): Promise<void> {
    if (this.sending === undefined) {
      this.sending = this.send().finally(() => {
        this.sending = undefined;
      });
      await this.sending;
      return;
    }
    this.next ??= this.afterThis(this.sending);
    await this.next;
  }

  private async afterThis(sending: Promise<void>): Promise<void> {
    await sending.catch(() => undefined);
    this.next = undefined;
    await this.keep();
  }
}
