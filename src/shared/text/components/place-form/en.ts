import { azureRecipe } from './recipe.ts';
import type { PlaceFormTexts } from './texts.ts';

/** A place that keeps copies, in English. */
export const englishPlaceForm: PlaceFormTexts = {
  title: { add: 'Add a place for copies', change: (name) => `Change: ${name}` },
  kind: 'What kind of place is it?',
  kinds: {
    folder: { name: 'Another disk of this PC', about: 'Quick to restore from. It is lost together with the PC.' },
    'usb-set': {
      name: 'USB drives that take turns',
      about: 'Two or more drives: one is plugged in, the others are at home or in the bank. What is unplugged, no attacker can reach.',
    },
    'network-folder': { name: 'A folder on the network', about: 'A NAS or another PC.' },
    azure: { name: 'The cloud (Microsoft Azure)', about: 'Far away from the pharmacy. Everything is encrypted on this PC first.' },
  },
  resumed: 'This is what you had entered before the window was closed.',
  credentialAgain: 'What opens the place is never kept in a draft: enter it again.',
  name: 'What do you call it?',
  names: { folder: 'Second disk', 'usb-set': 'USB drives', 'network-folder': 'Network folder', azure: 'Azure' },
  path: 'Folder for the copies',
  pathHint: 'An empty folder; it is made if it is not there yet. Not on the disk that the data is on.',
  networkPath: 'Network path',
  networkHint: 'Such as \\\\NAS\\lifeboat.',
  site: 'Where is it?',
  sites: {
    'on-site': { name: 'In the pharmacy', about: 'Quick to get at, and lost if the building burns.' },
    'off-site': { name: 'Somewhere else', about: 'Still there if the building burns or everything is stolen.' },
  },
  isolation: 'Could somebody at this PC destroy the copies?',
  isolations: {
    online: { name: 'Yes, it is always connected', about: 'Ransomware on this PC could reach it.' },
    offline: { name: 'Not while it is unplugged', about: 'Drives that are taken away.' },
    immutable: {
      name: 'No, it is locked for some days',
      about: 'The container has a retention policy that nobody can lift. The test below checks what it can.',
    },
  },
  awayLimit: 'A drive may be away for … days',
  awayLimitHint: 'After that somebody is told to plug it in.',
  account: 'Storage account',
  container: 'Container',
  containerHint: 'Small letters, digits and dashes, such as lifeboat. It is made if it is not there yet.',
  prefix: 'Folder in the container',
  prefixHint: 'Leave it empty unless several pharmacies share one container.',
  endpoint: 'Address',
  endpointHint: 'Only if it is not the usual one of Azure.',
  credential: 'What opens it',
  credentials: {
    connectionString: { name: 'A connection string', label: 'Connection string' },
    accountKey: { name: 'The account key', label: 'Account key' },
    sasToken: { name: 'An access token (SAS)', label: 'Access token' },
  },
  narrow:
    'The account key and the connection string are used once and not stored. With them Lifeboat makes itself an access that may add and read copies and can neither delete nor overwrite them, and a reading one for your recovery kit.',
  credentialKept: 'Leave it empty to keep the access that is stored. Enter a new one when it has ended, or for another container.',
  confirmRemove: (name) => ({
    title: `Stop using ${name}?`,
    body: 'From now on nothing is copied there. What lies there stays and can still be opened with the recovery key. To undo this, add the place again.',
  }),
  test: 'Test',
  testing: 'Writing something, reading it back and measuring…',
  save: 'Save',
  saving: 'Making the place ready…',
  probe: {
    works: 'It works.',
    wrote: (write, read) => `A probe was written (${write}), read back (${read}) and compared.`,
    free: (size) => `${size} free.`,
    clock: (seconds) => `Its clock differs from this PC's by ${seconds} seconds.`,
    question: 'Could someone on this PC destroy this copy?',
    canDestroy: {
      folder: 'Yes. Whoever controls this PC can delete what is in this folder. Keep another copy that they cannot reach.',
      'network-folder': 'Yes. Whoever controls this PC can delete what is in this folder. Keep another copy that they cannot reach.',
      'usb-set': 'While a drive is plugged in, yes. Not while it is unplugged: that is why the drives take turns.',
      azure:
        'With what you entered, yes. Lifeboat makes itself a narrower access for every day; with versioning, soft delete and a retention policy nobody can destroy the copies from here.',
    },
    cannotDestroy: 'No. The access that this PC has can add copies but neither delete nor overwrite them.',
    versioning: (isOn) => (isOn ? 'Versioning is on.' : 'Versioning is off: switch it on in Azure.'),
    softDelete: (days) =>
      days > 0 ? `Deleted copies can be brought back for ${days} days (soft delete).` : 'Soft delete is off: switch it on in Azure.',
    immutable: (days) => (days > 0 ? `Locked by a retention policy for ${days} days.` : 'There is no retention policy yet.'),
    unknown: 'Whether the place keeps older versions and deleted copies could not be read with this access.',
  },
  disks: {
    title: 'The drives of this set',
    lead: 'Plug in one drive after the other and add each. Put a sticker on it with the name you give it here. Other files on it stay as they are.',
    none: 'No drive yet. Add at least one now; the others can follow later.',
    drive: 'Plugged in now',
    driveHint: 'If you do not see the drive, plug it in and look again.',
    noDrives: 'No drive that can be unplugged is connected.',
    lookAgain: 'Look again',
    label: 'Name on its sticker',
    labelHint: 'Such as Drive A.',
    add: 'Add this drive',
    adding: 'Marking the drive and making it ready…',
    besideOld: 'Copies from before a key leaked are on it. They stay, and the new ones lie beside them.',
    added: (label) => `${label} is part of the set.`,
    here: 'plugged in',
    away: 'away',
    remove: 'Remove…',
    removeNamed: (label) => `Remove ${label}`,
    confirmRemove: (label) => ({
      title: `Take ${label} out of the set?`,
      body: 'From now on nothing is copied to this drive and nobody waits for it. What lies on it stays and can still be opened with the recovery key. If it was lost or stolen, declare it lost instead. To undo this, plug it in and add it again.',
    }),
    drives: (path, label, free) =>
      [label === undefined || label === '' ? path : `${label} (${path})`, ...(free === undefined ? [] : [`${free} free`])].join(' · '),
    done: 'Done',
  },
  helper: {
    open: 'For your IT helper: setting up Azure',
    title: 'Setting up the copy in Azure',
    lead: 'For whoever looks after your computers. It takes about ten minutes and needs an Azure subscription of the pharmacy. The commands are for the Azure command line (Cloud Shell in the portal works too).',
    close: 'Close',
    copy: 'Copy',
    copied: 'Copied.',
    steps: (names) => {
      const recipe = azureRecipe(names);
      return [
        {
          title: '1. A storage account of its own',
          about: 'Choose a region away from the pharmacy. The name must be unique: 3 to 24 small letters and digits.',
          paste: recipe.account,
        },
        {
          title: '2. Versioning and soft delete',
          about: 'Nothing that is overwritten or deleted is gone at once: it can be brought back for 30 days.',
          paste: recipe.protect,
        },
        { title: '3. The container', about: 'Private, used for nothing else.', paste: recipe.container },
        {
          title: '4. A retention policy, if you want the copies locked',
          about:
            'Copies cannot be deleted for 30 days, by nobody. Try Lifeboat for some days first; locking the policy in the portal cannot be undone, and it costs storage for what would have been deleted.',
          paste: recipe.retention,
        },
        {
          title: '5. The connection string, once',
          about:
            'Enter it in the form. Lifeboat uses it once: it makes an access for this PC that may create, read and list, and nothing else, and a reading one that is sealed on the recovery kit. The connection string itself is not stored.',
          paste: recipe.key,
        },
        {
          title: '6. Agreements',
          about:
            "Health data is encrypted before it leaves the PC. Check all the same that the subscription is covered by Microsoft's business associate agreement; this is not legal advice.",
        },
      ];
    },
    after: 'Then test the place in the form: it says whether somebody on this PC could destroy the copy, and which protections it found.',
  },
};
