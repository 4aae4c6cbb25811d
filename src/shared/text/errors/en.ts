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
  'source-busy': ({ path }) =>
    `Another program keeps ${path} to itself at the moment, so it could not be read. Lifeboat tries again later.`,
  'source-in-use': ({ path }) =>
    `Nothing was changed: another program has ${path} open. Close the pharmacy program on every computer, then try again.`,
  'source-not-a-database': ({ path }) =>
    `${path} cannot be opened as a database: it is encrypted, it was cut off, or it is something else. Check that it is the right file.`,
  'source-damaged': ({ path, detail }) =>
    `The database ${path} is damaged (${detail}). Do not go on working with it: restore an earlier copy or ask its vendor.`,
  'database-exists': ({ name }) => `There is a database called ${name} already. It was left as it is; choose another name.`,
  'database-unreachable': ({ place, reason }) =>
    `The database server at ${place} does not answer: ${englishReason(reason)}. Check that it is running and that the network is connected.`,
  'database-refused': ({ place, user }) =>
    `The database server at ${place} did not let the account ${user} in. Check the account's name and its password.`,
  'database-missing': ({ place, name }) => `The server at ${place} has no database called ${name}. Check its name.`,
  'database-rights-missing': ({ place, user }) =>
    `The account ${user} may not do this on the database server at ${place}. Give it the right, or use another account.`,
  'database-failed': ({ place, reason }) =>
    `The database server at ${place} answered with an error (code ${reason}). Try again; if it happens again, ask whoever looks after that server.`,
  'dump-damaged': ({ file }) => `The database copy ${file} is not whole, so it was not used. Use another copy.`,
  'tool-outdated': ({ tool, version, needed }) =>
    `The program ${tool} on this computer has version ${version}, which is too old for the database server (version ${needed}). Install version ${needed} or newer.`,
  'scratch-server-failed': ({ product, detail }) =>
    `A private ${product} server for the trial restore did not start${detail === '' ? '' : `: ${detail}`}. The pharmacy's own database was not touched.`,
  'question-refused': ({ name }) =>
    `The question "${name}" was not asked: it may only read, and must give one number or one date. Change the question.`,
  'tool-missing': ({ tool }) => `The program ${tool} is needed for this and is not on this computer. Install it and try again.`,
  'tool-failed': ({ tool, exitCode, detail }) =>
    `The program ${tool} ended with an error (code ${exitCode})${detail === '' ? '' : `: ${detail}`}. What it gave was not used.`,
  'target-unsafe': ({ path, reason }) => `${path} cannot be the target of a restore: ${UNSAFE[reason]}. Choose another folder.`,
  'restore-too-large': ({ entries }) =>
    `There are more than ${formatCount(entries)} files and folders to restore, more than this computer can plan at once. Nothing was restored. Restore one folder after the other.`,
  'name-unsafe': ({ name }) => `The name ${name} would lead out of the target folder, so nothing was written there.`,
  'no-space': ({ path }) => `No space is left on the disk of ${path}. Make room and try again; nothing that was there is lost.`,
  'read-only': ({ path }) =>
    `Nothing can be written to ${path}: its disk is write-protected. Remove the protection or choose another place.`,
  'permission-denied': ({ path }) =>
    `Access to ${path} was denied. Use an account that may read and write there, or change its permissions.`,
  'folder-not-found': ({ path }) => `There is no folder ${path}. Check its name, and that its disk is connected.`,
  'not-a-folder': ({ path }) => `${path} is not a folder. Choose the folder it lies in.`,
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
  'io-failed': ({ path, reason }) =>
    reason === 'ENOENT'
      ? `${path}, or the folder it lies in, is not there. Check the name, and that its disk is connected.`
      : `Reading or writing ${path} failed: ${englishReason(reason)}.`,
  'value-invalid': ({ name, value, expected }) => `"${value}" is not a value for ${name}. Expected: ${expected}.`,
  'location-invalid': ({ location }) =>
    `"${location}" is not a place for a repository. Give the path of a folder, or azure:CONTAINER/PREFIX.`,
  'location-missing': () => 'No repository was named. Say where it is and try again.',
  'prune-unsafe': ({ missingBlobs }) =>
    `Nothing was removed: ${formatCount(missingBlobs)} pieces of data that snapshots need are missing. Check and repair the repository first.`,
  'index-incomplete': ({ files }) =>
    `The index of the repository lacks ${formatCount(files)} of its files, so nothing was changed. Repair the index first.`,
  'policy-empty': () => 'These rules would keep no snapshot at all, so nothing was removed. Say what to keep.',
  'vault-missing': ({ reason }) =>
    `The secure store of this computer cannot be used: ${VAULT[reason]}. Lifeboat keeps passwords nowhere else.`,
  'vault-entry-missing': () =>
    'The secure store of this computer works, but what Lifeboat keeps there is gone, as on another computer or under another account. Sign in with the account that set Lifeboat up, or recover with your recovery kit.',
  'vault-not-kept': () =>
    'The secure store of this computer said that it had kept a password, but did not give it back. Nothing relies on it; restart the computer and try again.',
  'credential-unreadable': ({ name }) => `The stored password or access token for ${name} cannot be opened any more. Enter it again.`,
  'kit-code-unreadable': ({ line }) =>
    line === undefined
      ? 'This is not a whole code of a recovery kit. Scan it again, or type every line of it.'
      : `Line ${line} of the code is not as it is printed. Compare it with the paper, group by group.`,
  'kit-key-wrong': () =>
    'This recovery key belongs to another paper than the code does. Use the key and the code that are printed on the same recovery kit.',
  'kit-place-unsafe': ({ path, reason }) =>
    `The recovery kit was not saved at ${path}: ${KIT_PLACE[reason]}. Whoever gets at that place would have the key to everything. Print it, and keep the paper in the safe.`,
  'place-in-source': ({ location, source, folder }) =>
    `The copies at ${location} would lie inside ${folder}, which is backed up itself as "${source}": every copy would hold all those before it. Nothing was changed. Choose a place outside that folder, or leave ${location} out of what is backed up.`,
  'store-damaged': ({ path, detail }) =>
    `Lifeboat's own records in ${path} are damaged (${detail}). Your copies are not affected. Start Lifeboat again; if it happens again, report it.`,
  'store-too-new': ({ path }) =>
    `Lifeboat's own records in ${path} were written by a newer version of Lifeboat, so nothing was changed. Install the newest version.`,
  'seal-unreadable': ({ file }) =>
    `The settings kept beside your copies cannot be read (${file}). Use another of your copies; the data in this one is not affected.`,
  'bootstrap-damaged': ({ path }) =>
    `The file ${path} and its second copy are damaged. Your copies are not affected. Set this computer up again with the recovery kit.`,
  'profile-unsafe': ({ path, reason }) =>
    `The folder ${path} is not safe for Lifeboat's own data: ${PROFILE[reason]}. ${PROFILE_STEP[reason]}`,
  'recovery-key-invalid': ({ group }) =>
    group === undefined
      ? 'This is not a recovery key. Compare it with the paper, group by group, and type it again.'
      : `Something in group ${group} is not as it is on the paper. Compare that group and type it again.`,
  'recovery-key-refused': ({ location, isOld = false }) =>
    isOld
      ? `The recovery key does not open the old copies of ${location}. Take a paper from before the key leaked: newer ones open the new copies only.`
      : `The recovery key does not open the copies at ${location}. Take the newest paper of this pharmacy: making another paper for the same person makes the one before worthless. Or the copies are another pharmacy's.`,
  'no-copies-there': ({ location }) =>
    `There are no copies at ${location}. Choose the drive or the folder that the recovery kit names, and check that it is plugged in.`,
  'seal-missing': ({ location }) =>
    `The copy at ${location} holds no settings of Lifeboat. Its data can be restored all the same; set Lifeboat up anew and restore from there.`,
  'installation-in-use': () =>
    'Lifeboat protects something on this computer already. Recover on a computer, or in a profile folder, where it does not.',
  'installation-retired': ({ since }) =>
    `Another computer has taken over the backups of this pharmacy on ${when(since)}. This one must not write any more: remove Lifeboat from it, or set it up anew for something else.`,
  'not-set-up': () =>
    'Nothing is set up here yet. Say what to protect and where copies go: with a set-up file (lifeboat setup --from FILE) or in the app.',
  'setup-file-invalid': ({ path, problem, field, expected }) =>
    `The set-up file ${path} cannot be used: ${SETUP_FILE[problem](field, expected)}. Nothing was changed; correct the file and try again.`,
  'secret-missing': ({ variable, field }) =>
    `The environment variable ${variable}, which the set-up file names for ${field}, is not set. Nothing was changed; set it and try again.`,
  'recovery-key-missing': () => 'No recovery key was given. It is printed on your recovery kit; type it when you are asked, and try again.',
  'owner-not-answering': () =>
    'Lifeboat is running on this computer but does not answer. Try again in a minute; if that does not help, restart the computer.',
  'owner-runs-already': () => 'Lifeboat is running on this computer already.',
  'confirmation-missing': () =>
    'This changes data, and nobody was there to confirm it. Nothing was changed. Give --yes to go ahead without being asked.',
  'proof-failed': ({ findings }) =>
    `The trial restore found ${findings === 1 ? 'something' : `${findings} things`} wrong with this copy. Do not rely on it; look at the proof to see what.`,
  'damage-found': ({ damaged }) =>
    `The check found damage in ${damaged === 1 ? 'one place' : `${damaged} places`}. The other copies are not touched by it; look at the run to see what is affected.`,
  aborted: () => 'The work was stopped before it was finished.',
  'engine-died': ({ detail }) => `The backup engine stopped unexpectedly (${detail}). Start again; if it happens again, report it.`,
  'mail-not-set-up': () => 'No mail server is set up yet, so no message can be sent. Name the one of your mail account first.',
  'mail-unreachable': ({ host, reason }) =>
    `The mail server ${host} cannot be reached: ${englishReason(reason)}. Check its name, port and encryption, and the internet connection.`,
  'mail-refused': ({ host }) => `The mail server ${host} does not accept the account or its password. Enter them again.`,
  'mail-rejected': ({ host }) => `The mail server ${host} did not take the message. Check the sender's and the receiver's address.`,
  internal: ({ detail }) => `Something went wrong inside Lifeboat (${detail}). This is a fault of the program; please report it.`,
};

const VAULT = {
  'library-missing': 'a part of the system that it needs is not installed (libsecret)',
  'no-service': 'no such service runs for this account',
  locked: 'it is locked; sign in at this computer so that it opens',
  'no-answer': 'it did not answer; perhaps it asks for its password on the screen of this computer',
  failed: 'it reported an error; restart the computer and try again',
} as const;

const KIT_PLACE = {
  destination: 'copies of the pharmacy are kept there',
  source: 'it is itself backed up, and the key would be inside the copies',
  'synced-folder': 'that folder is sent to a cloud service',
} as const;

const SETUP_FILE = {
  'not-json': (field: string): string => `it is no JSON${field === '' ? '' : ` (${field})`}`,
  missing: (field: string): string => `${field} is missing`,
  unknown: (field: string): string => `nothing is called ${field} there`,
  wrong: (field: string, expected: string): string => `${field} is not right (${expected})`,
  twice: (field: string, expected: string): string => `${field} is there twice (${expected})`,
  'not-whole-path': (field: string): string => `${field} must be a whole path that begins at the root or the drive`,
} as const;

const UNSAFE = {
  'inside-source': 'it lies inside what was backed up',
  'inside-repository': 'it lies inside the repository',
  'not-a-directory': 'it is not a folder',
} as const;

const PROFILE = {
  'writable-by-others': 'other accounts can change what is in it',
  'other-owner': 'it belongs to another account',
  'not-a-folder': 'it is not a folder',
} as const;

const PROFILE_STEP = {
  'writable-by-others': 'Take their rights to change it away, or choose another folder.',
  'other-owner': 'Start Lifeboat with that account, or choose another folder.',
  'not-a-folder': 'Choose another folder.',
} as const;

function kind(type: string): string {
  return KINDS[type] ?? type;
}

function when(since: string): string {
  return formatDateTime(new Date(since)) || since;
}
