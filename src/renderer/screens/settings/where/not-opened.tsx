import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Destination } from '../../../../shared/model/destination.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { Notice } from '../../../components/feedback/index.ts';
import { useNames, useTexts } from '../../../language/index.ts';

/** What of this place does not open with this PC's key, and the way to open it. Nothing where all of it opens. */
export function NotOpened({ place }: { place: Destination }): ReactNode {
  const { open: texts } = useTexts(settingsTexts).where;
  const { placeName } = useNames();
  const [, navigate] = useLocation();
  const { data: status } = useQuery(useApi().status.get.queryOptions());
  const shut = status?.protection.reasons.filter(({ code, destination }) => code === 'place-not-opened' && destination === place.id);
  return shut?.map(({ disk }) => (
    <Notice
      key={disk ?? ''}
      intent="warning"
      body={texts.notOpened(placeName(place.id, disk) ?? place.name)}
      action={
        <Button aria-haspopup="dialog" onClick={() => navigate(`/settings/where/open/${place.id}${disk === undefined ? '' : `/${disk}`}`)}>
          {texts.open}
        </Button>
      }
    />
  ));
}
