import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useQueries } from '@tanstack/react-query';
import { type ReactNode, type SyntheticEvent, useMemo, useState } from 'react';
import { formatBytes } from '../../../shared/format/index.ts';
import type { RepositoryRef } from '../../../shared/model/destination.ts';
import { momentWords } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useApi } from '../../api/index.ts';
import { useRowChoice } from '../../components/choices/index.ts';
import { EmptyState, FailureMessage } from '../../components/feedback/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useTexts, useVoice } from '../../language/index.ts';
import { filesFound, type FileVersion, type FoundFile } from './found-files.ts';
import { isPicked, togglePick } from './wish.ts';
import { useWish } from './wish-context.ts';

/** As many as the owner gives of one place. */
const MOST = 500;

const useStyles = makeStyles({
  lead: { margin: 0 },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  field: { flexGrow: 1, maxWidth: '420px', minWidth: '160px' },
});

/** Searches every restore point of every place that can be reached. */
export function SearchFiles({ places }: { places: readonly RepositoryRef[] }): ReactNode {
  const styles = useStyles();
  const { files: texts } = useTexts(restoreTexts);
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setName(typed.trim());
  };
  return (
    <>
      <p className={styles.lead}>{texts.searchLead}</p>
      <form className={styles.form} onSubmit={submit}>
        <Field label={texts.searchField} className={styles.field}>
          <Input type="search" value={typed} onChange={(_, { value }) => setTyped(value)} />
        </Field>
        <Button type="submit">{texts.searchButton}</Button>
      </form>
      {name !== '' && <Results key={name} name={name} places={places} />}
    </>
  );
}

function Results({ name, places }: { name: string; places: readonly RepositoryRef[] }): ReactNode {
  const { files: texts } = useTexts(restoreTexts);
  const { search } = useApi().restore;
  const results = useQueries({
    queries: places.map((at) => search.queryOptions({ input: { ...at, name }, refetchOnWindowFocus: false })),
  });
  const failed = results.find(({ error }) => error !== null);
  const found = results.flatMap(({ data }, at) => {
    const place = places[at];
    return data && place ? [{ at: place, found: data }] : [];
  });
  // Answers come one by one; what is found is put together anew with each.
  const key = results.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ');
  // oxlint-disable-next-line react/exhaustive-deps
  const files = useMemo(() => filesFound(found), [key]);
  const isSearching = results.some(({ isPending }) => isPending);
  return (
    <>
      <FailureMessage error={failed?.error} />
      <output>{isSearching ? texts.searching : texts.found(files.length)}</output>
      {!isSearching && files.length === 0 && <EmptyState title={texts.foundNothing.title} body={texts.foundNothing.about} />}
      {files.length > 0 && <FoundTable files={files} />}
      {found.some((one) => one.found.length >= MOST) && <p>{texts.cut}</p>}
    </>
  );
}

function FoundTable({ files }: { files: readonly FoundFile[] }): ReactNode {
  const { files: texts } = useTexts(restoreTexts);
  const voice = useVoice();
  const { wish, say } = useWish();
  const [versions, setVersions] = useState<ReadonlyMap<string, number>>(new Map());
  const versionOf = (file: FoundFile): FileVersion | undefined => file.versions[versions.get(keyOf(file)) ?? 0];
  const choose = (file: FoundFile, at: number): void => {
    const [before, after] = [versionOf(file), file.versions[at]];
    setVersions(new Map(versions).set(keyOf(file), at));
    if (before && after && isPicked(wish.files, before.pick)) say({ files: togglePick(wish.files, after.pick) });
  };
  return (
    <DataTable
      caption={texts.search}
      rows={files}
      keyOf={keyOf}
      columns={[
        {
          id: 'name',
          title: texts.name,
          isRowHeader: true,
          cell: (file) => <PickBox name={file.name} version={versionOf(file)} />,
        },
        {
          id: 'version',
          title: texts.version,
          cell: (file) => <Versions file={file} at={versions.get(keyOf(file)) ?? 0} onChoose={choose} />,
        },
        {
          id: 'size',
          title: texts.size,
          isNumber: true,
          cell: (file) => (file.isFolder ? undefined : formatBytes(versionOf(file)?.size ?? 0)),
        },
        {
          id: 'changed',
          title: texts.changed,
          cell: (file) => momentWords(versionOf(file)?.mtime ?? '', voice.language, voice.timeZone),
        },
        { id: 'folder', title: texts.folder, cell: ({ path }) => path.slice(0, path.lastIndexOf('/')) || '/' },
      ]}
    />
  );
}

function keyOf({ source, path }: FoundFile): string {
  return `${source} ${path}`;
}

function PickBox({ name, version }: { name: string; version: FileVersion | undefined }): ReactNode {
  const rowChoice = useRowChoice();
  const { wish, say } = useWish();
  if (version === undefined) return name;
  const { pick } = version;
  return (
    <Checkbox
      className={rowChoice}
      checked={isPicked(wish.files, pick)}
      onChange={() => say({ files: togglePick(wish.files, pick) })}
      label={name}
    />
  );
}

interface VersionsProps {
  file: FoundFile;
  at: number;
  onChoose: (file: FoundFile, at: number) => void;
}

function Versions({ file, at, onChoose }: VersionsProps): ReactNode {
  const { files: texts } = useTexts(restoreTexts);
  const { language, timeZone } = useVoice();
  const words = ({ pick, points }: FileVersion): string => texts.inPoints(momentWords(pick.time, language, timeZone), points);
  const [only] = file.versions;
  if (file.versions.length === 1 && only) return words(only);
  return (
    <Select value={String(at)} aria-label={`${texts.version}: ${file.name}`} onChange={(_, { value }) => onChoose(file, Number(value))}>
      {file.versions.map((version, index) => (
        <option key={version.pick.snapshot + version.mtime} value={index}>
          {words(version)}
        </option>
      ))}
    </Select>
  );
}
