import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { Settings } from '../../../../shared/model/installation.ts';
import type { Pharmacy } from '../../../../shared/model/pharmacy.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { defaultTiers } from '../../../../shared/model/tier-defaults.ts';
import { type Tier, TIERS } from '../../../../shared/model/tier.ts';
import { profileText, setupWhenTexts, tiersFormTexts } from '../../../../shared/text/index.ts';
import { type OwnerClient, useApi } from '../../../api/index.ts';
import { ChoiceCards } from '../../../components/form/index.ts';
import { Section } from '../../../components/page/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { BandwidthFields, bandwidthOf, isRate, TierFields, typedBandwidth, WeekStrip } from '../../../components/tiers-form/index.ts';
import { useTexts, useVoice } from '../../../language/index.ts';
import { useNow } from '../../../time/index.ts';
import { StepPage } from '../step-page.tsx';
import { useSetup } from '../use-setup.ts';
import { expectationOf } from './expectation.ts';
import { WhatToExpect } from './what-to-expect.tsx';

const PROFILES = ['standard', 'hipaa-proposal'] as const;

interface Stored {
  settings: Settings;
  pharmacy?: Pharmacy | undefined;
  sources: readonly Source[];
  places: Awaited<ReturnType<OwnerClient['destinations']['list']>>;
}

/** Step 5: when each tier is backed up, and what to expect of it. */
export function WhenStep(): ReactNode {
  const api = useApi();
  const settings = useQuery(api.settings.get.queryOptions());
  const sources = useQuery(api.sources.list.queryOptions());
  const places = useQuery(api.destinations.list.queryOptions());
  return (
    <QueryView query={settings}>
      {(found) => (
        <QueryView query={sources}>
          {(list) => <QueryView query={places}>{(all) => <WhenForm stored={{ ...found, sources: list, places: all }} />}</QueryView>}
        </QueryView>
      )}
    </QueryView>
  );
}

function WhenForm({ stored }: { stored: Stored }): ReactNode {
  const texts = useTexts(setupWhenTexts);
  const form = useTexts(tiersFormTexts);
  const { language } = useVoice();
  const { change } = useSetup();
  const hours = stored.pharmacy?.openingHours ?? {};
  const { tiers, profile, bandwidth, put } = useTyped(stored, change);
  const store = useStore(stored.settings);
  const expectation = useExpectation(stored, bandwidthOf(bandwidth));
  const next = async (): Promise<boolean> => {
    if (!isRate(bandwidth.whileOpen) || !isRate(bandwidth.whileClosed)) return false;
    await store({ tiers: [...tiers], profile, bandwidth: bandwidthOf(bandwidth) });
    return true;
  };
  return (
    <StepPage step="when" title={texts.title} lead={texts.lead} onNext={next}>
      <TierFields value={tiers} hours={hours} counts={countsOf(stored.sources)} onChange={(changed) => put({ tiers: changed })} />
      <Section title={form.week.title}>
        <WeekStrip tiers={tiers} hours={hours} />
      </Section>
      <WhatToExpect expectation={expectation} />
      <Section title={form.bandwidth.title}>
        <BandwidthFields value={bandwidth} onChange={(changed) => put({ bandwidth: changed })} />
      </Section>
      <ChoiceCards
        label={form.profile}
        choices={PROFILES.map((value) => {
          const { name, about } = profileText(value, language);
          return { value, label: name, about };
        })}
        value={profile}
        onChange={(value) => put({ profile: value })}
      />
    </StepPage>
  );
}

/** What was typed last counts; then what is kept; then what the opening hours suggest. */
function useTyped({ settings, pharmacy }: Stored, change: ReturnType<typeof useSetup>['change']) {
  const { state } = useSetup();
  const { draft } = state;
  const [start] = useState(() => ({
    tiers: draft.tiers ?? (settings.tiers.length > 0 ? settings.tiers : defaultTiers(pharmacy?.openingHours ?? {})),
    profile: draft.profile ?? settings.profile,
    bandwidth: {
      whileOpen: draft.bandwidth?.whileOpen ?? typedBandwidth(settings.bandwidth).whileOpen,
      whileClosed: draft.bandwidth?.whileClosed ?? typedBandwidth(settings.bandwidth).whileClosed,
    },
  }));
  const [typed, setTyped] = useState(start);
  const put = (more: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...more });
    change(more);
  };
  return { ...typed, put };
}

function useStore(settings: Settings): (change: Pick<Settings, 'tiers' | 'profile' | 'bandwidth'>) => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return async (change) => {
    await api.settings.set.call({ ...settings, ...change });
    await queries.invalidateQueries({ queryKey: api.settings.key() });
  };
}

function useExpectation({ pharmacy, sources, places }: Stored, bandwidth: Settings['bandwidth']) {
  const { state } = useSetup();
  const { timeZone } = useVoice();
  const now = useNow();
  const lines = state.draft.sources;
  return useMemo(() => {
    const sized = sources.map((source) => ({ source, bytes: lines?.find((one) => one.source.id === source.id)?.bytes }));
    const measured = places.map(({ destination, repositories }) => ({ destination, probe: repositories[0]?.lastProbe }));
    return expectationOf(sized, measured, { openingHours: pharmacy?.openingHours ?? {}, timeZone, bandwidth }, now);
  }, [sources, lines, places, pharmacy, timeZone, bandwidth, now]);
}

function countsOf(sources: readonly Source[]): Record<Tier, number> {
  const count = (tier: Tier): number => sources.filter((source) => source.tier === tier).length;
  return Object.fromEntries(TIERS.map((tier) => [tier, count(tier)])) as Record<Tier, number>;
}
