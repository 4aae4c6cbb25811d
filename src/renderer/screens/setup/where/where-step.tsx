import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Destination } from '../../../../shared/model/destination.ts';
import { setupWhereTexts } from '../../../../shared/text/index.ts';
import { useApi } from '../../../api/index.ts';
import { EmptyState, Notice } from '../../../components/feedback/index.ts';
import { Section } from '../../../components/page/index.ts';
import { DisksDialog, PlaceDialog } from '../../../components/place-form/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { type PlaceOfRule, ruleOf, ThreeTwoOne } from '../../../components/three-two-one/index.ts';
import { useTexts } from '../../../language/index.ts';
import { StepPage } from '../step-page.tsx';
import { useSetup } from '../use-setup.ts';
import type { ListedPlace } from './listed-place.ts';
import { PlaceTable } from './place-table.tsx';

/** Step 4: where copies go, with the 3-2-1 picture. */
export function WhereStep(): ReactNode {
  const query = useQuery(useApi().destinations.list.queryOptions());
  return <QueryView query={query}>{(places) => <WhereForm places={places} />}</QueryView>;
}

type Missing = 'none' | 'noOnSite' | 'noOffSite' | undefined;

function WhereForm({ places }: { places: readonly ListedPlace[] }): ReactNode {
  const texts = useTexts(setupWhereTexts);
  const { state, change } = useSetup();
  // A form that was open when the window was closed is open again.
  const [before, setBefore] = useState(state.draft.openPlace);
  const [isAdding, setAdding] = useState(before !== undefined);
  const [drivesOf, setDrivesOf] = useState<Destination>();
  const [isAsked, setAsked] = useState(false);
  const [isAccepted, accept] = useState(false);
  const api = useApi();
  const queries = useQueryClient();
  const shown = places.map(ruled);
  const missing = missingOf(shown);
  const next = async (): Promise<boolean> => {
    setAsked(true);
    return await Promise.resolve(missing === undefined || (missing !== 'none' && isAccepted));
  };
  const taken = places.map(({ destination }) => destination.id);
  const closed = (): void => {
    change({ openPlace: undefined });
    setBefore(undefined);
    setAdding(false);
  };
  return (
    <StepPage
      step="where"
      title={texts.title}
      lead={texts.lead}
      onNext={next}
      caution={isAsked && !isAccepted && <Caution missing={missing} onAccept={() => accept(true)} />}
    >
      <ThreeTwoOne places={shown} />
      <Section title={texts.places}>
        {places.length === 0 && <EmptyState {...texts.empty} />}
        {places.length > 0 && (
          <PlaceTable
            places={places}
            onDrives={setDrivesOf}
            onRemove={async (id) => await api.destinations.remove.call({ id })}
            onRemoved={() => void queries.invalidateQueries({ queryKey: api.destinations.key() })}
          />
        )}
        <div>
          <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        </div>
      </Section>
      {isAdding && <PlaceDialog taken={taken} before={before} onTyped={(openPlace) => change({ openPlace })} onClosed={closed} />}
      {drivesOf?.kind === 'usb-set' && <DisksDialog place={drivesOf} onClosed={() => setDrivesOf(undefined)} />}
    </StepPage>
  );
}

function ruled({ destination, repositories }: ListedPlace): PlaceOfRule {
  return { destination, lastProbe: repositories[0]?.lastProbe };
}

function missingOf(places: readonly PlaceOfRule[]): Missing {
  const { copies, onSite, offSite } = ruleOf(places);
  if (copies === 1) return 'none';
  if (offSite === 0) return 'noOffSite';
  return onSite === 0 ? 'noOnSite' : undefined;
}

function Caution({ missing, onAccept }: { missing: Missing; onAccept: () => void }): ReactNode {
  const texts = useTexts(setupWhereTexts);
  if (missing === undefined) return undefined;
  if (missing === 'none') return <Notice intent="error" {...texts.none} />;
  return <Notice intent="warning" {...texts[missing]} action={<Button onClick={onAccept}>{texts.anyway}</Button>} />;
}
