import type { KitTexts } from './kit-texts.ts';

/** The recovery kit in English. */
export const englishKit: KitTexts = {
  title: 'Recovery kit',
  holder: { owner: 'Paper of the owner', 'pharmacist-in-charge': 'Paper of the pharmacist-in-charge' },
  made: (date) => `Made ${date}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  keeping: 'Keep this paper in the safe: not in the till, never on a drive.',
  keepingWhy:
    'With it and one of the copies anybody can read the pharmacy’s data. Without it and the pharmacy’s PC, nobody can: not even the makers of Lifeboat.',
  keyTitle: 'Recovery key',
  keyHint:
    'Seven groups of four. Capitals or small letters make no difference in Lifeboat. There is no letter O, I, L or U in it: a round sign is a zero, a straight one is the number one.',
  keyScan: 'The key, to scan',
  placesTitle: 'Where the copies are',
  places: { name: 'Copy', kind: 'Kind', site: 'Where', where: 'How to find it' },
  kinds: { folder: 'Folder', 'network-folder': 'Network folder', 'usb-set': 'USB drives', azure: 'Azure cloud storage' },
  sites: { 'on-site': 'in the pharmacy', 'off-site': 'away from the pharmacy' },
  azureWhere: (account, container, prefix) => `account ${account}, container ${container}${prefix === '' ? '' : `, folder ${prefix}`}`,
  azureEndpoint: (endpoint) => `address ${endpoint}`,
  usbLabels: (labels) => `stickers: ${labels}`,
  usbWhere: (path) => `on each drive in ${path}`,
  accessTitle: 'Access to the cloud copy',
  accessHint:
    'Address and access token, locked with the recovery key on the first page. Scan the code, or type the lines: the last two characters of each line check that line.',
  accessScan: 'Access, to scan',
  line: 'Line',
  noAccess: 'This kit has no access token for a cloud copy. The drives and folders above need none.',
  lifeboatTitle: 'Get the data back with Lifeboat',
  lifeboatSteps: [
    'Take a clean PC. After an attack never use the old one, and plug no drive into it.',
    'Install Lifeboat, open it and choose “Recover with your recovery kit”.',
    'Scan or type the recovery key.',
    'Plug in the newest drive, or choose a folder. For the cloud copy, scan or type the access code.',
    'Choose “Everything critical”. Lifeboat says what comes back, from when, and checks it.',
  ],
  resticTitle: 'Get the data back without Lifeboat',
  resticIntro:
    'Every copy is in the format of restic, a free program (restic.net, version 0.14 or newer). It asks for a password: type the recovery key from the first page in capitals, with its dashes. Never write it into a command.',
  resticLocations: 'LOCATION in the commands below is',
  resticSteps: {
    azure: 'Only for the cloud copy, first of all (on Mac and Linux: export NAME="value"):',
    list: 'Which copies there are, each with its ID and date:',
    restore: 'Bring one back into an empty folder, by its ID:',
    locked: 'Only if restic says that it is locked, and no other PC is at work on it:',
    check: 'Whether a drive is sound:',
  },
  placeholders: { location: 'LOCATION', token: 'TOKEN', id: 'ID', folder: 'C:\\Restored' },
  driveHint: 'X: is the letter that the drive has on this PC.',
  tokenHint:
    'TOKEN: whoever manages the Azure account makes one in the Azure portal (container, “Shared access tokens”, rights Read and List). The code above holds one too; Lifeboat’s page on the recovery kit says how a program opens it.',
  reprintTitle: 'Print a new kit',
  reprint: [
    'when Lifeboat says that this one is out of date: a place was added or changed, or the access token was renewed;',
    'when a holder leaves, or somebody saw or copied the key (then also make a new key).',
  ],
  lost: 'Is this paper lost? Make another kit in Lifeboat at once: it takes this paper’s key out of every copy that it can reach. Destroy old papers.',
};
