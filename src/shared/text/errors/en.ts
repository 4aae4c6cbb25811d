import { formatCount, formatDateTime } from '../../format/index.ts';
import { englishDamage, englishReason } from '../reasons/en.ts';
import type { ErrorSentences } from './sentences.ts';

/** Kinds of repository file and blob, in words. */
const KINDS: Readonly<Record<string, string>> = {
  config: 'configuration file',
  data: 'data file',
  index: 'index file',
  key: 'key',
  keys: 'key file',
  lock: 'lock',
  locks: 'lock file',
  snapshot: 'snapshot',
  snapshots: 'snapshot file',
  tree: 'folder listing',
};

/** Sentences of errors, in English: what happened, and what to do next. */
export const englishErrors: ErrorSentences = {
  'repository-not-found': ({ location }) =>
    `There is no repository at ${location}. Check the location and that its disk is connected, or make a new repository there first.`,
  'config-missing': ({ location }) =>
    `There are copies at ${location}, but the repository's configuration file is gone, and nothing there opens without it. Do not make a new repository there. Bring the file "config" back from another copy of that place, or from another place that has the same keys, and try again.`,
  'repository-exists': ({ location }) => `There is a repository at ${location} already. Use it, or choose another place.`,
  'repository-version-unsupported': ({ location, version }) =>
    `The repository at ${location} has version ${version}, which this program does not know. Update Lifeboat and try again.`,
  'wrong-password': ({ location }) => `The password does not open the repository at ${location}. Check it and try again.`,
  'password-missing': () => 'No password was given for the repository. Give one and try again.',
  'passwords-differ': () => 'The two passwords are not the same. Nothing was changed; try again.',
  'password-command-failed': ({ command, exitCode }) =>
    `The command that should give the password (${command}) gave none; it ended with code ${exitCode}. Run it by hand to see why.`,
  'repository-locked': (lock) =>
    `The repository at ${lock.location} is in use by ${lock.username} on ${lock.hostname} (process ${lock.pid}) since ${when(lock.since)}. ` +
    'Wait until that work has ended and try again.',
  'lock-lost': ({ location }) =>
    `The lock on the repository at ${location} was lost, so the work was stopped to be safe: the connection was gone for too long, this computer slept, or another program whose clock is wrong took the lock for a forgotten one. Check these and start again.`,
  'save-lost': ({ location, type, name }) =>
    `The place ${location} reported that it had stored the ${kind(type)} ${name}, but it is not there as it was sent. The work was stopped; what was finished before is safe. Check that disk or server, then start again.`,
  'file-not-found': ({ type, name }) =>
    `The ${kind(type)} ${name} is missing from the repository. Check the repository to see what is affected.`,
  'file-exists': ({ type, name }) => `The ${kind(type)} ${name} is in the repository already and was left as it is.`,
  'file-damaged': ({ type, name, detail }) =>
    `The ${kind(type)} ${name} in the repository is damaged: ${englishDamage(detail)}. Check the repository to see what is affected.`,
  'blob-damaged': ({ blob, pack, detail }) =>
    `The piece of data ${blob} in the data file ${pack} is damaged: ${englishDamage(detail)}. Check the repository to see which files are affected.`,
  'blob-not-found': ({ blob }) =>
    `The piece of data ${blob} is missing from the repository's index. Repair the index, then check the repository.`,
  'tree-damaged': ({ tree, detail }) =>
    `The folder listing ${tree} is damaged: ${englishDamage(detail)}. Check the repository to see what is affected.`,
  'latest-uncertain': ({ files }) =>
    `There are snapshot files that cannot be read (${formatCount(files)}), and any of them may be the latest, so nothing was removed. Say by its id which snapshot to remove.`,
  'snapshot-not-found': ({ snapshot }) => `There is no snapshot "${snapshot}". List the snapshots to see which there are.`,
  'id-ambiguous': ({ prefix, type }) => `More than one ${kind(type)} begins with "${prefix}". Give more of its digits.`,
  'key-not-found': ({ key }) => `There is no key "${key}" in this repository. List the keys to see which there are.`,
  'key-in-use': ({ key }) =>
    `The key ${key} cannot be removed, because it is the one in use. Open the repository with another password to remove it.`,
  'path-not-found': ({ path, snapshot }) =>
    `There is no ${path} in snapshot ${snapshot.slice(0, 8)}. List the snapshot to see what is in it.`,
  'not-a-file': ({ path }) => `${path} is not a file. Name a file, or restore the whole folder instead.`,
  'source-not-found': ({ path }) => `There is no ${path} to back up. Check the path and that its disk is connected.`,
  'source-unreadable': ({ path, reason }) => `${path} could not be read: ${englishReason(reason)}.`,
  'source-empty': ({ path, previousFiles }) =>
    `${path} is empty, but had ${formatCount(previousFiles)} files in it at the last backup. Check that its disk is connected.`,
  'no-source': () => 'None of what should be backed up could be read, so no snapshot was made. Check the paths and try again.',
  'source-command-failed': ({ command, exitCode }) =>
    `The command ${command} ended with code ${exitCode}, so what it gave was not kept. Run it by hand to see why.`,
  'target-unsafe': ({ path, reason }) => `${path} cannot be the target of a restore: ${UNSAFE[reason]}. Choose another folder.`,
  'restore-too-large': ({ entries }) =>
    `There are more than ${formatCount(entries)} files and folders to restore, more than this computer can plan at once. Nothing was restored. Restore one folder after the other.`,
  'name-unsafe': ({ name }) => `The name ${name} would lead out of the target folder, so nothing was written there.`,
  'no-space': ({ path }) => `No space is left on the disk of ${path}. Make room and try again; nothing that was there is lost.`,
  'read-only': ({ path }) =>
    `Nothing can be written to ${path}: its disk is write-protected. Remove the protection or choose another place.`,
  'permission-denied': ({ path }) =>
    `Access to ${path} was denied. Use an account that may read and write there, or change its permissions.`,
  'place-unreachable': ({ location, reason }) =>
    `${location} cannot be reached: ${englishReason(reason)}. Check that the disk or the network is connected.`,
  'credential-missing': ({ location }) =>
    `No credential for ${location} was given. Give the account's name and its key or access token, and try again.`,
  'credential-refused': ({ location }) =>
    `The credential for ${location} was not accepted: it is wrong, it has expired, or it may not be used from this network. Check it and try again.`,
  'connection-insecure': ({ location }) =>
    `The address of ${location} is not encrypted (http), so nothing was sent there. Use its https address.`,
  'removal-not-permitted': ({ location }) =>
    `Nothing was removed: the credential for ${location} may add and read, but not remove. Use one that may remove, kept for this work.`,
  'locked-until': ({ type, name }) =>
    `The ${kind(type)} ${name} is protected from being removed for now and stays. Try again when its protection has ended.`,
  'io-failed': ({ path, reason }) => `Reading or writing ${path} failed: ${englishReason(reason)}.`,
  'value-invalid': ({ name, value, expected }) => `"${value}" is not a value for ${name}. Expected: ${expected}.`,
  'location-invalid': ({ location }) =>
    `"${location}" is not a place for a repository. Give the path of a folder, or azure:CONTAINER/PREFIX.`,
  'location-missing': () => 'No repository was named. Say where it is and try again.',
  'prune-unsafe': ({ missingBlobs }) =>
    `Nothing was removed: ${formatCount(missingBlobs)} pieces of data that snapshots need are missing. Check and repair the repository first.`,
  'index-incomplete': ({ files }) =>
    `The index of the repository lacks ${formatCount(files)} of its files, so nothing was changed. Repair the index first.`,
  'policy-empty': () => 'These rules would keep no snapshot at all, so nothing was removed. Say what to keep.',
  aborted: () => 'The work was stopped before it was finished.',
  'engine-died': ({ detail }) => `The backup engine stopped unexpectedly (${detail}). Start again; if it happens again, report it.`,
  internal: ({ detail }) => `Something went wrong inside Lifeboat (${detail}). This is a fault of the program; please report it.`,
};

const UNSAFE = {
  'inside-source': 'it lies inside what was backed up',
  'inside-repository': 'it lies inside the repository',
  'not-a-directory': 'it is not a folder',
} as const;

function kind(type: string): string {
  return KINDS[type] ?? type;
}

function when(since: string): string {
  return formatDateTime(new Date(since)) || since;
}
