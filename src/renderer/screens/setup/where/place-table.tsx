import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Destination } from '../../../../shared/model/destination.ts';
import { placeFormTexts, setupWhereTexts } from '../../../../shared/text/index.ts';
import { ConfirmButton } from '../../../components/dialog/index.ts';
import { type Mark, StateIcon } from '../../../components/marks/index.ts';
import { DataTable } from '../../../components/table/index.ts';
import { useTexts } from '../../../language/index.ts';
import type { ListedPlace } from './listed-place.ts';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS } });

export interface PlaceTableProps {
  places: readonly ListedPlace[];
  onDrives: (place: Destination) => void;
  onRemove: (id: string) => Promise<unknown>;
  onRemoved: () => void;
}

/** The places there are, and whether somebody at this PC could destroy what is in them. */
export function PlaceTable({ places, onDrives, onRemove, onRemoved }: PlaceTableProps): ReactNode {
  const texts = useTexts(setupWhereTexts);
  const { confirmRemove } = useTexts(placeFormTexts);
  const styles = useStyles();
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.places}
      rows={places}
      keyOf={({ destination }) => destination.id}
      columns={[
        { id: 'name', title: columns.name, cell: ({ destination }) => destination.name, isRowHeader: true },
        { id: 'kind', title: columns.kind, cell: ({ destination }) => <Kind place={destination} /> },
        { id: 'site', title: columns.site, cell: ({ destination }) => texts.sites[destination.site] },
        { id: 'destroy', title: columns.destroy, cell: (place) => <Destroy place={place} /> },
        {
          id: 'actions',
          title: columns.actions,
          cell: ({ destination }) => (
            <span className={styles.actions}>
              {destination.kind === 'usb-set' && (
                <Button size="small" aria-label={texts.drivesNamed(destination.name)} onClick={() => onDrives(destination)}>
                  {texts.drives}
                </Button>
              )}
              <ConfirmButton
                size="small"
                appearance="subtle"
                label={texts.remove}
                name={texts.removeNamed(destination.name)}
                {...confirmRemove(destination.name)}
                onConfirm={async () => await onRemove(destination.id)}
                onDone={onRemoved}
              />
            </span>
          ),
        },
      ]}
    />
  );
}

function Kind({ place }: { place: Destination }): ReactNode {
  const texts = useTexts(setupWhereTexts);
  return place.kind === 'usb-set' ? `${texts.kinds[place.kind]} (${texts.disks(place.disks.length)})` : texts.kinds[place.kind];
}

function Destroy({ place: { destination, repositories } }: { place: ListedPlace }): ReactNode {
  const { destroy } = useTexts(setupWhereTexts);
  const probe = repositories[0]?.lastProbe;
  const [mark, words] = answer();
  return (
    <>
      <StateIcon mark={mark} /> {words}
    </>
  );

  function answer(): [Mark, string] {
    if (destination.isolation === 'offline') return ['good', destroy.whileAway];
    if (probe === undefined) return ['none', destroy.unknown];
    return probe.canDestroy ? ['warning', destroy.yes] : ['good', destroy.no];
  }
}
