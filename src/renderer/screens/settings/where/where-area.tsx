import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { EmptyState } from '../../../components/feedback/index.ts';
import { Section } from '../../../components/page/index.ts';
import { PlaceDialog } from '../../../components/place-form/index.ts';
import { QueryView } from '../../../components/query/index.ts';
import { ThreeTwoOne } from '../../../components/three-two-one/index.ts';
import { useTexts } from '../../../language/index.ts';
import type { ListedPlace } from './listed-place.ts';
import { OpenDialog } from './open-dialog.tsx';
import { PlaceCard } from './place-card.tsx';

/** Where copies go. */
export function WhereArea(): ReactNode {
  const query = useQuery(useApi().destinations.list.queryOptions());
  return (
    <QueryView query={query} lines={8}>
      {(places) => <Places places={places} />}
    </QueryView>
  );
}

function Places({ places }: { places: readonly ListedPlace[] }): ReactNode {
  const { where: texts } = useTexts(settingsTexts);
  const [isAdding, setAdding] = useState(false);
  const taken = places.map(({ destination }) => destination.id);
  return (
    <>
      <ThreeTwoOne places={places.map(({ destination, repositories }) => ({ destination, lastProbe: repositories[0]?.lastProbe }))} />
      <Section
        title={texts.list}
        actions={
          <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        }
      >
        {places.length === 0 && <EmptyState {...texts.empty} />}
        {places.map((place) => (
          <PlaceCard key={place.destination.id} place={place} taken={taken} />
        ))}
      </Section>
      {isAdding && <PlaceDialog taken={taken} onClosed={() => setAdding(false)} />}
      <Opening places={places} />
    </>
  );
}

/** The question for a recovery key, where the address names a place that it is to open: Home's step leads right to it. */
function Opening({ places }: { places: readonly ListedPlace[] }): ReactNode {
  const [, asked] = useRoute('/settings/where/open/:destination/:disk?');
  const [, navigate] = useLocation();
  const place = places.find(({ destination }) => destination.id === asked?.destination);
  if (!place) return undefined;
  return <OpenDialog place={place.destination} disk={asked?.disk} onClosed={() => navigate('/settings/where', { replace: true })} />;
}
