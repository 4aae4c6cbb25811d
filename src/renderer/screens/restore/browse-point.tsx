import { Button, Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { FolderRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { formatBytes } from '../../../shared/format/index.ts';
import type { z } from 'zod';
import type { entrySchema } from '../../../shared/contract/restore.ts';
import type { TimelinePoint } from '../../../shared/model/timeline.ts';
import { momentWords } from '../../../shared/text/index.ts';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { useApi } from '../../api/index.ts';
import { EmptyState } from '../../components/feedback/index.ts';
import { QueryView } from '../../components/query/index.ts';
import { DataTable } from '../../components/table/index.ts';
import { useNames, useTexts, useVoice } from '../../language/index.ts';
import { chosenPoints } from './items.ts';
import { bestCopy } from '../../components/restore-points/index.ts';
import { PointPath } from './point-path.tsx';
import { isDatabase, useHomeFolder } from './use-home-folder.ts';
import { type FilePick, isPicked, togglePick } from './wish.ts';
import { useWish } from './wish-context.ts';

type Entry = z.infer<typeof entrySchema>;

/** Entries of a folder shown at first, and with each further click. */
const PAGE = 200;

const useStyles = makeStyles({
  source: { maxWidth: '420px' },
  folder: { minWidth: 'auto', justifyContent: 'flex-start', textAlign: 'left' },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  more: { alignSelf: 'flex-start' },
});

/** Folder by folder, as everything was at the chosen moment. */
export function BrowsePoint({ timeline }: { timeline: readonly TimelinePoint[] }): ReactNode {
  const styles = useStyles();
  const { files: texts } = useTexts(restoreTexts);
  const { sourceName } = useNames();
  const { wish } = useWish();
  const { data: sources = [] } = useQuery(useApi().sources.list.queryOptions());
  const [asked, setAsked] = useState<string>();
  const points = useMemo(() => {
    const withFiles = new Set(sources.filter(({ kind }) => ['folder', 'vendor-file', 'group'].includes(kind)).map(({ id }) => id));
    const when = wish.when ?? { time: timeline[0]?.time ?? '' };
    return [...chosenPoints(when, timeline).values()].filter((point) => withFiles.has(point.source) && bestCopy(point) !== undefined);
  }, [sources, timeline, wish.when]);
  const point = points.find(({ source }) => source === asked) ?? points[0];
  if (point === undefined) return <EmptyState title={texts.noFolders.title} body={texts.noFolders.about} />;
  return (
    <>
      <Field label={texts.source} hint={texts.browseLead} className={styles.source}>
        <Select value={point.source} onChange={(_, { value }) => setAsked(value)}>
          {points.map(({ source }) => (
            <option key={source} value={source}>
              {sourceName(source) ?? source}
            </option>
          ))}
        </Select>
      </Field>
      <Folders key={point.source + point.point} point={point} />
    </>
  );
}

function Folders({ point }: { point: TimelinePoint }): ReactNode {
  const { destination = '', disk, snapshot = '' } = bestCopy(point) ?? {};
  const home = useHomeFolder({ destination, disk, snapshot });
  const at: PointAt = { source: point.source, destination, disk, snapshot, time: point.time };
  return (
    <QueryView query={home} lines={6}>
      {(path) => <Folder home={path} at={at} />}
    </QueryView>
  );
}

/** A restore point at one place. */
type PointAt = Omit<FilePick, 'path'>;

function Folder({ home, at }: { home: string; at: PointAt }): ReactNode {
  const { browse } = useApi().restore;
  const [path, setPath] = useState(home);
  const { destination, disk, snapshot } = at;
  const query = useQuery(browse.queryOptions({ input: { destination, disk, snapshot, path }, refetchOnWindowFocus: false }));
  return (
    <>
      <PointPath path={path} onOpen={setPath} />
      <QueryView query={query} lines={6}>
        {(entries) => <Entries key={path} entries={entries.filter((entry) => !isDatabase(entry.path))} at={at} onOpen={setPath} />}
      </QueryView>
    </>
  );
}

interface EntriesProps {
  entries: readonly Entry[];
  at: PointAt;
  onOpen: (path: string) => void;
}

/** What is in one folder: choose it, or open it. */
function Entries({ entries, at, onOpen }: EntriesProps): ReactNode {
  const styles = useStyles();
  const { files: texts } = useTexts(restoreTexts);
  const { language, timeZone } = useVoice();
  const [shown, setShown] = useState(PAGE);
  if (entries.length === 0) return <p>{texts.emptyFolder}</p>;
  return (
    <>
      <DataTable
        caption={texts.browse}
        isForm
        rows={entries.slice(0, shown)}
        keyOf={({ path }) => path}
        columns={[
          { id: 'name', title: texts.name, isRowHeader: true, cell: (entry) => <EntryName entry={entry} at={at} onOpen={onOpen} /> },
          { id: 'size', title: texts.size, isNumber: true, cell: ({ type, size }) => (type === 'file' ? formatBytes(size) : undefined) },
          { id: 'changed', title: texts.changed, cell: ({ mtime }) => momentWords(mtime, language, timeZone) },
        ]}
      />
      {entries.length > shown && (
        <Button className={styles.more} onClick={() => setShown(shown + PAGE)}>
          {texts.more}
        </Button>
      )}
    </>
  );
}

function EntryName({ entry, at, onOpen }: { entry: Entry; at: PointAt; onOpen: (path: string) => void }): ReactNode {
  const styles = useStyles();
  const { files: texts } = useTexts(restoreTexts);
  const { wish, say } = useWish();
  const pick: FilePick = { ...at, path: entry.path };
  const isFolder = entry.type === 'dir';
  return (
    <span className={styles.row}>
      <Checkbox
        checked={isPicked(wish.files, pick)}
        onChange={() => say({ files: togglePick(wish.files, pick) })}
        aria-label={texts.pick(entry.name)}
        {...(!isFolder && { label: entry.name, 'aria-label': undefined })}
      />
      {isFolder && (
        <Button
          appearance="transparent"
          icon={<FolderRegular />}
          className={styles.folder}
          aria-label={texts.open(entry.name)}
          onClick={() => onOpen(entry.path)}
        >
          {entry.name}
        </Button>
      )}
    </span>
  );
}
