import { comparingHelp } from './help-comparing.ts';

/** An example: what to type, and what it does. */
interface Example {
  type: string;
  does: string;
}

/** A command's help. */
export interface CommandHelp {
  /** One line for the list of commands. */
  summary: string;
  /** What it does, in a few sentences. */
  description: string;
  examples: readonly Example[];
}

const commands = {
  init: {
    summary: 'make a new repository',
    description:
      'Makes a new, empty, encrypted repository in a folder: on a local or USB disk or in a network folder. The folder is made if it is not there.',
    examples: [
      { type: 'lifeboat init --repo /mnt/usb/pharmacy', does: 'asks for a password twice and makes the repository' },
      { type: 'lifeboat init -r D:\\Backup -p password.txt', does: 'takes the password from a file' },
      { type: 'lifeboat init -r E:\\pharmacy --from-repo D:\\Backup', does: 'makes a place for copies, with the same passwords' },
    ],
  },
  backup: {
    summary: 'save files and folders as a new snapshot',
    description:
      'Saves files and folders as a new snapshot. Only what changed since the last snapshot is read, and only what the repository does not have yet is stored. ' +
      'What cannot be read is named and left out; the snapshot is made all the same and the exit code is 3.',
    examples: [
      { type: 'lifeboat backup /srv/pharmacy', does: 'saves a folder' },
      { type: 'lifeboat backup /srv/pharmacy --exclude "*.tmp" --tag nightly', does: 'leaves out temporary files and tags the snapshot' },
      { type: 'pg_dump pharmacy | lifeboat backup --stdin --stdin-filename pharmacy.sql', does: "saves another program's output" },
    ],
  },
  snapshots: {
    summary: 'list the snapshots',
    description: 'Lists the snapshots of a repository: when, from which machine, with which tags, of which paths.',
    examples: [
      { type: 'lifeboat snapshots', does: 'lists all of them' },
      { type: 'lifeboat snapshots --latest 1', does: 'only the newest of each host and paths' },
      { type: 'lifeboat snapshots --tag nightly,database', does: 'those that have both tags' },
    ],
  },
  ls: {
    summary: 'list what is in a snapshot',
    description:
      'Lists what is in a snapshot, given by its id, the beginning of it, or the word latest; all of it, or only the folders and files that are named.',
    examples: [
      { type: 'lifeboat ls latest', does: 'lists everything in the newest snapshot' },
      { type: 'lifeboat ls -l 4bba301e /srv/pharmacy', does: 'what is directly in one folder, with sizes and times' },
    ],
  },
  dump: {
    summary: 'print one file of a snapshot',
    description: 'Writes the content of one file of a snapshot to standard output, or into a file with --target.',
    examples: [
      { type: 'lifeboat dump latest /srv/pharmacy/rx.csv | less', does: 'looks into a file' },
      { type: 'lifeboat dump latest /pharmacy.sql --target pharmacy.sql', does: 'writes it into a file' },
    ],
  },
  restore: {
    summary: 'bring files back from a snapshot',
    description:
      'Brings the files of a snapshot back into a folder, given by its id, the beginning of it, or the word latest. With :/PATH behind it, only that folder, at the top of the target. ' +
      'Files in the target that are not in the snapshot stay. Each file is verified while it is written.',
    examples: [
      { type: 'lifeboat restore latest --target /tmp/back --dry-run', does: 'shows what would be done' },
      { type: 'lifeboat restore latest:/srv/pharmacy --target /srv/pharmacy', does: 'brings a folder back to its place' },
      { type: 'lifeboat restore latest -t /tmp/back --include "*.csv" --verify', does: 'only some files, read back and compared' },
    ],
  },
  ...comparingHelp,
  check: {
    summary: 'look for damage in a repository',
    description:
      'Looks for damage in a repository: whether everything the snapshots need is there. With --read-data, also whether all of it is still what was stored. ' +
      'It changes nothing. The exit code is 1 if there is damage.',
    examples: [
      { type: 'lifeboat check', does: 'the structure only; quick' },
      { type: 'lifeboat check --read-data', does: 'everything; as slow as reading the whole disk' },
      { type: 'lifeboat check --read-data-subset 1/7', does: 'a seventh today, 2/7 tomorrow, all in a week' },
    ],
  },
  copy: {
    summary: 'bring snapshots from one repository to another',
    description:
      'Brings the snapshots that a repository lacks out of another one, without reading the files they were made from again. ' +
      'Each piece of data is verified on its way. What is there already is passed over, so a copy that was cut off goes on where it was. ' +
      'Make the repository for the copies with "lifeboat init --from-repo": it then has the same passwords, and pieces are shared between copies and backups.',
    examples: [
      { type: 'lifeboat copy --from-repo D:\\Backup --repo E:\\pharmacy', does: 'brings all that E: lacks' },
      { type: 'lifeboat copy --from-repo /mnt/usb/pharmacy latest', does: 'only the newest snapshot' },
      { type: 'lifeboat copy --from-repo /mnt/usb/pharmacy --tag nightly', does: 'only those with a tag' },
    ],
  },
  forget: {
    summary: 'remove snapshots that are no longer needed',
    description:
      'Removes snapshots by rules about what to keep, or by their ids. The rules are applied to each group of snapshots of the same host and paths, ' +
      'and a table says why each snapshot stays. The data goes only with --prune, or with the command prune.',
    examples: [
      { type: 'lifeboat forget --keep-daily 14 --keep-weekly 8 --keep-monthly 12 --dry-run', does: 'shows what would stay, and why' },
      { type: 'lifeboat forget --keep-within 1y --prune', does: 'removes what is older than a year, and its data' },
      { type: 'lifeboat forget 4bba301e', does: 'removes one snapshot' },
    ],
  },
  prune: {
    summary: 'remove data that no snapshot needs',
    description:
      'Removes data that no snapshot needs any more and gives its space back. Nothing is deleted before what is kept of it is safely stored anew.',
    examples: [
      { type: 'lifeboat prune --dry-run', does: 'shows what it would free' },
      { type: 'lifeboat prune --max-unused 10%', does: 'leaves more unused data, so that less is written' },
    ],
  },
  repair: {
    summary: 'mend a repository',
    description: 'Mends a part of a damaged repository. The order is: index, packs, a new backup, snapshots, then "lifeboat prune".',
    examples: [
      { type: 'lifeboat repair index', does: 'makes the index anew from the data files' },
      { type: 'lifeboat repair packs', does: 'saves what is whole in damaged data files' },
      { type: 'lifeboat repair snapshots', does: 'makes snapshots without what is lost' },
    ],
  },
  repairPacks: {
    summary: 'save what is whole in damaged data files',
    description:
      'Reads data files and verifies every byte. What is still whole in a damaged one is stored anew, and the damaged file is removed, ' +
      'so that a later backup stores what was lost again instead of relying on it. Without ids it reads every data file; "lifeboat check --read-data" names those that are damaged.',
    examples: [
      { type: 'lifeboat repair packs --dry-run', does: 'reads everything and says what is damaged' },
      { type: 'lifeboat repair packs 4bba301e', does: 'mends one data file' },
    ],
  },
  repairSnapshots: {
    summary: 'make snapshots without what is lost',
    description:
      'Makes of every broken snapshot one without the files whose content is lost and the folders that cannot be read, and names them. ' +
      'It has the tag "repaired"; the broken one stays, unless --forget is given. Run "lifeboat repair index" before. ' +
      'A new backup of the same files may bring lost content back, so try that first.',
    examples: [
      { type: 'lifeboat repair snapshots --dry-run', does: 'shows what would be lost' },
      { type: 'lifeboat repair snapshots --forget', does: 'puts repaired snapshots in the place of the broken ones' },
    ],
  },
  repairIndex: {
    summary: 'make the index anew from the data files',
    description: 'Makes the index anew from what the data files hold. No data is changed or removed.',
    examples: [
      { type: 'lifeboat repair index', does: 'reads only what no index names, or names wrongly' },
      { type: 'lifeboat repair index --read-all-packs', does: 'trusts no index at all' },
    ],
  },
  key: {
    summary: 'manage the passwords of a repository',
    description: 'Lists, adds, removes and changes the keys of a repository. Each key opens it with a password of its own.',
    examples: [
      { type: 'lifeboat key list', does: 'lists the keys; * marks the one in use' },
      { type: 'lifeboat key add', does: 'asks for another password that shall open the repository' },
      { type: 'lifeboat key passwd', does: 'changes the password in use' },
    ],
  },
  keyList: { summary: 'list the keys', description: 'Lists the keys; * marks the one in use.', examples: [] },
  keyAdd: {
    summary: 'add a password',
    description: 'Adds a key with another password. The passwords there are go on working.',
    examples: [],
  },
  keyRemove: {
    summary: 'remove a key',
    description: 'Removes a key, so that its password no longer opens the repository. The one in use cannot be removed.',
    examples: [],
  },
  keyPasswd: { summary: 'change the password in use', description: 'Replaces the key in use by one with a new password.', examples: [] },
  unlock: {
    summary: 'remove locks that were left behind',
    description:
      'Removes locks whose program was killed or whose machine went away. Locks of work that is still running stay, unless --remove-all is given.',
    examples: [
      { type: 'lifeboat unlock', does: 'removes what is certainly left behind' },
      { type: 'lifeboat unlock --remove-all', does: 'removes all; only when nothing else uses the repository' },
    ],
  },
  version: { summary: 'print the version', description: 'Prints the version of Lifeboat and of what it runs on.', examples: [] },
} satisfies Readonly<Record<string, CommandHelp>>;

/** Help of the program and of each command. */
export const englishHelp = {
  program: {
    description: "Lifeboat keeps a pharmacy's data safe and brings it back. Repositories are in the restic format.",
    firstSteps: {
      title: 'First steps:',
      lines: [
        '1. Say where the copies go, on another disk than the data:',
        '     export LIFEBOAT_REPOSITORY=/mnt/usb/pharmacy',
        '     (on Windows: set LIFEBOAT_REPOSITORY=E:\\pharmacy)',
        '2. Make the repository; keep its password where the data is not:',
        '     lifeboat init',
        '3. Back up:',
        '     lifeboat backup /srv/pharmacy',
        '4. See what you have:',
        '     lifeboat snapshots',
        '5. Try a restore before you need one:',
        '     lifeboat restore latest --target /tmp/trial --verify',
      ],
    },
    passwords: {
      title: 'Passwords:',
      lines: [
        'Lifeboat asks for the password on the terminal. Where nobody can answer,',
        'it takes it from --password-file or --password-command, or from the',
        'environment: LIFEBOAT_PASSWORD_FILE, LIFEBOAT_PASSWORD_COMMAND,',
        'LIFEBOAT_PASSWORD (the names that begin with RESTIC_ work too).',
        'It is never given on the command line, where others could see it.',
      ],
    },
    exitCodes: {
      title: 'Exit codes:',
      lines: [
        '  0  done',
        '  1  failed',
        '  3  done, with warnings: something was left out and is named',
        ' 10  there is no repository',
        ' 11  the repository is in use',
        ' 12  the password is wrong',
        '130  interrupted (Ctrl-C)',
      ],
    },
    more: 'For one command: lifeboat COMMAND --help',
  },
  examplesTitle: 'Examples:',
  headings: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Options of every command:',
    commands: 'Commands:',
  },
  arguments: {
    sources: 'files and folders to back up',
    snapshot: 'id of a snapshot, the beginning of it, or latest',
    snapshots: 'ids of snapshots, or the beginning of them',
    restoreSnapshot: 'id of a snapshot, the beginning of it, or latest; with :/PATH behind it only that folder',
    pathsInside: 'folders or files inside the snapshot, as absolute paths',
    file: 'file inside the snapshot, as an absolute path',
    patterns: 'names or paths to find; * and ? stand for any characters, ** for any folders',
    firstSnapshot: 'the earlier snapshot: id, the beginning of it, or latest; with :/PATH behind it only that folder',
    secondSnapshot: 'the later one',
    packs: 'ids of data files, or the beginning of them',
    key: 'id of a key, or the beginning of it',
    kitFile: 'PDF file to save',
    person: 'name of the person',
    sourceName: 'id or name of the source',
    restore: 'the beginning of its id, as --list shows it (default: the newest)',
    place: 'the label of a disk, or the id or name of a place',
    points: 'restore points, by the beginning of their ids (lifeboat status --points)',
    run: 'the run, by the beginning of its id (default: everything that is at work)',
    lost: 'pc (the one that this one took over from), the label of a disk, or the id or name of a place',
  },
  commands: commands as Readonly<Record<keyof typeof commands, CommandHelp>>,
};
