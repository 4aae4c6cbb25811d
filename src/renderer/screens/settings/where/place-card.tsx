import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { placeFormTexts } from '../../../../shared/text/index.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { useApi } from '../../../api/index.ts';
import { ConfirmButton } from '../../../components/dialog/index.ts';
import { DisksDialog, PlaceDialog } from '../../../components/place-form/index.ts';
import { useTexts } from '../../../language/index.ts';
import { framed } from '../../../components/page/index.ts';
import { Custody } from './custody.tsx';
import { NotOpened } from './not-opened.tsx';
import { OtherWriter } from './other-writer.tsx';
import { ProbeButton } from './probe-button.tsx';
import { RepositoryLine } from './repository-line.tsx';
import type { ListedPlace } from './listed-place.ts';

const useStyles = makeStyles({
  card: framed,
  heading: { display: 'flex', flexDirection: 'column' },
  title: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** One place: how it is now, who could destroy what is there, and what can be done with it. */
export function PlaceCard({ place, taken }: { place: ListedPlace; taken: readonly string[] }): ReactNode {
  const { destination, repositories } = place;
  const { where: texts } = useTexts(settingsTexts);
  const { kinds, confirmRemove } = useTexts(placeFormTexts);
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'form' | 'disks'>();
  const close = (): void => setOpen(undefined);
  const refresh = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: api.destinations.key() });
  };
  return (
    <article className={styles.card} aria-label={destination.name}>
      <div className={styles.heading}>
        <Subtitle2 as="h3" className={styles.title}>
          {destination.name}
        </Subtitle2>
        <Caption1 className={styles.quiet}>
          {kinds[destination.kind].name} · {texts.sites[destination.site]}
        </Caption1>
      </div>
      {repositories.map((repository) => (
        <RepositoryLine key={repository.disk ?? ''} place={destination} repository={repository} />
      ))}
      <NotOpened place={destination} />
      <OtherWriter destination={destination.id} />
      <div className={styles.buttons}>
        <ProbeButton place={destination} />
        <Button onClick={() => setOpen('form')}>{texts.edit}</Button>
        {destination.kind === 'usb-set' && <Button onClick={() => setOpen('disks')}>{texts.disks}</Button>}
        <ConfirmButton
          appearance="subtle"
          label={texts.remove}
          {...confirmRemove(destination.name)}
          onConfirm={async () => await api.destinations.remove.call({ id: destination.id })}
          onDone={() => void refresh()}
        />
      </div>
      {destination.kind === 'usb-set' && <Custody place={destination} />}
      {open === 'form' && <PlaceDialog place={destination} taken={taken} onClosed={close} />}
      {open === 'disks' && destination.kind === 'usb-set' && <DisksDialog place={destination} onClosed={close} />}
    </article>
  );
}
