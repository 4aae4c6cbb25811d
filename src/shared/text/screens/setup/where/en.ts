import type { SetupWhereTexts } from './texts.ts';

/** Where copies go, in English. */
export const englishSetupWhere: SetupWhereTexts = {
  title: 'Where copies go',
  lead: 'At least one place in the pharmacy, to get working again quickly, and one somewhere else, for fire, flood, theft and ransomware.',
  places: 'Places',
  columns: { name: 'Place', kind: 'Kind', site: 'Where', destroy: 'Could this PC destroy it?', actions: 'Change' },
  kinds: { folder: 'disk of this PC', 'usb-set': 'USB drives', 'network-folder': 'network folder', azure: 'Azure' },
  sites: { 'on-site': 'in the pharmacy', 'off-site': 'somewhere else' },
  destroy: { yes: 'Yes', no: 'No', whileAway: 'Not while unplugged', unknown: 'not tested' },
  disks: (count) => (count === 0 ? 'no drive yet' : `${count} ${count === 1 ? 'drive' : 'drives'}`),
  add: 'Add a place',
  drives: 'Drives…',
  drivesNamed: (name) => `Drives of ${name}`,
  remove: 'Remove…',
  removeNamed: (name) => `Remove ${name}`,
  empty: {
    title: 'No place yet',
    body: 'Begin with what you have: a second disk, a USB drive or a folder on the network. Then add the cloud, or a drive that goes home.',
  },
  none: { title: 'There is no place yet.', body: 'Add at least one place that copies can go to.' },
  noOnSite: {
    title: 'No copy will be in the pharmacy.',
    body: 'Everything would have to come back over the internet. With a second disk or a USB drive you are working again much sooner.',
  },
  noOffSite: {
    title: 'No copy will be anywhere else.',
    body: 'If the building burns or everything is stolen, all copies are gone. Home will remind you until there is one.',
  },
  anyway: 'Go on without it',
};
