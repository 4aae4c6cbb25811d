/** Help of the commands that search, compare and count. */
export const comparingHelp = {
  find: {
    summary: 'find files in all snapshots',
    description:
      'Finds files and folders by name in all snapshots, or in some of them. Tells each version of a file once, newest first, with the snapshots that have it. ' +
      'A pattern without a slash at its beginning fits in any folder; what is in a folder that fits is found too. ' +
      'With --blob, --tree or --pack it finds what needs a piece of data, a folder listing or a data file, such as one that is damaged.',
    examples: [
      { type: 'lifeboat find rx.csv', does: 'every version of files and folders of this name' },
      {
        type: 'lifeboat find -i "*.pdf" --oldest 2026-11-01 --type file',
        does: 'PDF files modified since November, whatever upper and lower case',
      },
      { type: 'lifeboat find /srv/pharmacy/rx.csv --by-snapshot -l', does: 'what it was in each snapshot' },
      { type: 'lifeboat find --pack 3f2a90c1', does: 'which files a damaged data file belongs to' },
    ],
  },
  diff: {
    summary: 'show what differs between two snapshots',
    description:
      'Shows what differs from the first snapshot to the second: + added, - removed, M content changed, T kind changed (a file became a folder), ' +
      'U only details changed (with --metadata). M? means that the content changed and nothing else, not even a time: look at that disk. ' +
      'With :/PATH behind a snapshot, only that folder is compared.',
    examples: [
      { type: 'lifeboat diff 4bba301e latest', does: 'what changed since a snapshot' },
      { type: 'lifeboat diff --metadata 4bba301e:/srv 9c1d22aa:/srv', does: 'one folder, with changes of owner, rights and times' },
    ],
  },
  stats: {
    summary: 'count what the snapshots hold',
    description:
      'Counts what all snapshots hold, or some of them, in one of four ways. restore-size: what restoring them would write. ' +
      'files-by-contents: files, each content once. raw-data: what is stored for them, compressed and without repetitions. ' +
      'blobs-per-file: the different pieces that files are made of.',
    examples: [
      { type: 'lifeboat stats latest', does: 'how much restoring the newest snapshot takes' },
      { type: 'lifeboat stats --mode raw-data', does: 'what all snapshots take in the repository, and what compression saves' },
    ],
  },
};
