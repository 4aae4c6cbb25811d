import { Body1, Button, Field, Input, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatBytes } from '../../../shared/format/index.ts';
import type { DestinationOf } from '../../../shared/model/destination.ts';
import { placeFormTexts } from '../../../shared/text/index.ts';
import { type OwnerClient, useApi } from '../../api/index.ts';
import { useTexts } from '../../language/index.ts';
import { CloseButton, ConfirmButton } from '../dialog/index.ts';
import { FailureMessage } from '../feedback/index.ts';
import { useFormStyles } from '../form/index.ts';
import { StateIcon } from '../marks/index.ts';
import { QueryView } from '../query/index.ts';

type ListedPlace = Awaited<ReturnType<OwnerClient['destinations']['list']>>[number];

const useStyles = makeStyles({
  disks: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  disk: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
});

/** The drives of a set: those that are in it, and taking in the one that is plugged in. */
export function DiskSet({ place }: { place: DestinationOf<'usb-set'> }): ReactNode {
  const { disks: texts } = useTexts(placeFormTexts);
  const styles = useFormStyles();
  const query = useQuery(useApi().destinations.list.queryOptions());
  return (
    <QueryView query={query}>
      {(places) => {
        const now = places.find(({ destination }) => destination.id === place.id);
        return (
          <div className={styles.form}>
            <Body1 as="p" className={styles.note}>
              {texts.lead}
            </Body1>
            {now && <Disks place={now} />}
            <AddDisk set={place.id} />
            <div className={styles.buttons}>
              <CloseButton appearance="primary">{texts.done}</CloseButton>
            </div>
          </div>
        );
      }}
    </QueryView>
  );
}

function Disks({ place: { destination, repositories } }: { place: ListedPlace }): ReactNode {
  const { disks: texts } = useTexts(placeFormTexts);
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const disks = destination.kind === 'usb-set' ? destination.disks : [];
  if (disks.length === 0) return <Body1>{texts.none}</Body1>;
  return (
    <ul className={styles.disks} aria-label={texts.title}>
      {disks.map(({ id, label }) => {
        const isHere = repositories.some(({ disk, state }) => disk === id && state === 'here');
        return (
          <li key={id} className={styles.disk}>
            <span className={styles.name}>
              <StateIcon mark={isHere ? 'good' : 'away'} /> {label}: {isHere ? texts.here : texts.away}
            </span>
            <ConfirmButton
              size="small"
              appearance="subtle"
              label={texts.remove}
              name={texts.removeNamed(label)}
              {...texts.confirmRemove(label)}
              onConfirm={async () => await api.destinations.removeDisk.call({ destination: destination.id, disk: id })}
              onDone={() => void queries.invalidateQueries({ queryKey: api.destinations.key() })}
            />
          </li>
        );
      })}
    </ul>
  );
}

function AddDisk({ set }: { set: string }): ReactNode {
  const { disks: texts } = useTexts(placeFormTexts);
  const styles = useFormStyles();
  const api = useApi();
  const queries = useQueryClient();
  const drives = useQuery(api.destinations.drives.queryOptions());
  const [path, setPath] = useState('');
  const [label, setLabel] = useState('');
  const add = useMutation({
    ...api.destinations.addDisk.mutationOptions(),
    onSuccess: async () => {
      setLabel('');
      await queries.invalidateQueries({ queryKey: api.destinations.key() });
    },
  });
  const chosen = path || (drives.data?.find(({ isRemovable }) => isRemovable)?.path ?? drives.data?.[0]?.path ?? '');
  return (
    <>
      <QueryView query={drives} lines={1}>
        {(found) => (
          <Field label={texts.drive} hint={found.length === 0 ? texts.noDrives : texts.driveHint}>
            <Select value={chosen} onChange={(_event, data) => setPath(data.value)}>
              {found.map((drive) => (
                <option key={drive.path} value={drive.path}>
                  {texts.drives(drive.path, drive.label, drive.freeBytes === undefined ? undefined : formatBytes(drive.freeBytes))}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </QueryView>
      <Field label={texts.label} hint={texts.labelHint}>
        <Input value={label} onChange={(_event, data) => setLabel(data.value)} />
      </Field>
      <output>
        {add.isPending && <Spinner size="tiny" labelPosition="after" label={texts.adding} />}
        {add.isSuccess && texts.added(add.variables.label)} {add.data?.isBesideOld === true && texts.besideOld}
      </output>
      <FailureMessage error={add.error} />
      <div className={styles.buttons}>
        <Button
          disabledFocusable={add.isPending || chosen === '' || label.trim() === ''}
          onClick={() => add.mutate({ destination: set, label: label.trim(), path: chosen })}
        >
          {texts.add}
        </Button>
        <Button appearance="subtle" onClick={() => void drives.refetch()}>
          {texts.lookAgain}
        </Button>
      </div>
    </>
  );
}
