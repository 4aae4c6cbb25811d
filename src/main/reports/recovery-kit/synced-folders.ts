import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** The account in whose folders it is looked for programs that send files to a cloud. */
export interface Account {
  home: string;
  environment: Readonly<Record<string, string | undefined>>;
}

/** Names that such programs give their folders. */
const NAMES = [
  /^OneDrive( - .+)?$/i,
  /^(.+ )?Dropbox( \(.+\))?$/i,
  /^Google ?Drive([ -].*)?$/i,
  /^(My Drive|Mi unidad|Shared drives|Unidades compartidas)$/i,
  /^iCloud ?Drive$/i,
  /^(com~apple~CloudDocs|Mobile Documents|CloudStorage)$/i,
  /^Box([ -](Sync|Box))?$/i,
  /^(Nextcloud|ownCloud|pCloud ?Drive|MEGA|MEGAsync)$/i,
];

/** What lies in the top folder of what such programs keep alike. */
const MARKERS = [
  '.dropbox.cache',
  '.tmp.drivedownload',
  '.tmp.driveupload',
  '.849C9593-D756-4E56-8D6E-42412F2A707B',
  '.nextcloudsync.log',
  '.owncloudsync.log',
  '.stfolder',
];

const dropboxSchema = z.record(z.string(), z.object({ path: z.string() }));

/** Whether a folder, or one that it lies in, looks like a cloud program's. A name or a marker is enough: a no costs little here. */
export function looksSynced(folder: string): boolean {
  const parents = withParents(folder);
  return parents.some(
    (parent) => NAMES.some((name) => name.test(lastName(parent))) || MARKERS.some((marker) => existsSync(join(parent, marker))),
  );
}

/** Folders that programs of this account say they send to a cloud. */
export function syncedFolders({ home, environment }: Account): string[] {
  const oneDrive = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].map((name) => environment[name]);
  const dropbox = [
    join(home, '.dropbox'),
    ...[environment['APPDATA'], environment['LOCALAPPDATA']].map((data) => data && join(data, 'Dropbox')),
  ];
  const iCloud = join(home, 'Library', 'Mobile Documents', 'com~apple~CloudDocs');
  return [
    ...oneDrive,
    ...dropbox.flatMap((folder) => (folder ? dropboxFolders(join(folder, 'info.json')) : [])),
    // macOS keeps the desktop and documents in iCloud when it has folders of these names there.
    ...['Desktop', 'Documents'].map((name) => (existsSync(join(iCloud, name)) ? join(home, name) : undefined)),
  ].filter((folder): folder is string => folder !== undefined && folder !== '');
}

/** The folder and all that it lies in, from the inside out. */
export function withParents(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}

function dropboxFolders(file: string): string[] {
  try {
    return Object.values(dropboxSchema.parse(JSON.parse(readFileSync(file, 'utf8')))).map(({ path }) => path);
  } catch {
    return [];
  }
}

function lastName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}
