/** Help of the app's commands. */
export const appHelp = {
  setup: {
    summary: 'set up what to protect, where copies go and when',
    description:
      "Sets everything up from a file (see docs/setup-file.md) and tries every source and place. Secrets are taken from the environment variables that the file names and are kept in the operating system's vault. To change something, correct the file and run the command again.",
    examples: [
      { type: 'lifeboat setup --from pharmacy.json --kit kit.pdf', does: 'sets everything up and makes the two recovery kits to print' },
    ],
  },
  run: {
    summary: 'back up now, into every place within reach',
    description:
      'Backs everything up that is set up, or one tier, or some sources: into one place, from there into the others. Then trial restores follow that are due.',
    examples: [
      { type: 'lifeboat run', does: 'backs everything up' },
      { type: 'lifeboat run --tier critical', does: 'only what is critical' },
    ],
  },
  prove: {
    summary: 'prove by trial restores that the copies are good',
    description:
      'Restores the newest copy of every source from every place within reach into a private folder, opens it, and compares what it says with what was noted at the backup.',
    examples: [{ type: 'lifeboat prove --source dispensing', does: 'proves the copies of one source' }],
  },
  'self-test': {
    summary: "try the pharmacy's own SQL Server",
    description:
      'Tries everything that a backup and a restore of SQL Server need, with a tiny database of its own: makes, fills, backs up, verifies, reads the file here, restores under another name, checks, counts, and removes it. No other database is touched.',
    examples: [{ type: 'lifeboat self-test dispensing', does: 'once after setting up, and after an update of the server' }],
  },
  status: {
    summary: 'say whether the pharmacy is protected',
    description:
      'Says whether the pharmacy is protected now, and if not, why and what to do next. Exit code 0: protected, 3: needs attention, 1: not protected.',
    examples: [
      { type: 'lifeboat status --points', does: 'with the restore points, for restore-source --point and keep' },
      { type: 'lifeboat status --json', does: 'for other programs: state, reasons, sources, destinations, restore points' },
    ],
  },
  recover: {
    summary: 'begin anew on this computer, with a recovery kit',
    description:
      'Brings settings, history and all data back on a new computer from one of the copies, with the key that is printed on a recovery kit, and makes this computer the one that backs up from now on. ' +
      'The key is asked for, or taken from LIFEBOAT_RECOVERY_KEY; for a place in the cloud the access code of the same paper from LIFEBOAT_KIT_ACCESS.',
    examples: [
      { type: 'lifeboat recover --from E:\\Lifeboat\\repository', does: 'from a disk; everything goes back where it was' },
      { type: 'lifeboat recover --from azure:copies/lifeboat --settings-only', does: 'brings only the settings back; restore later' },
    ],
  },
  kit: {
    summary: 'the recovery kit: try its key, or make another paper',
    description: 'Tries the key on a printed recovery kit, or makes another paper.',
    examples: [],
  },
  kitTest: {
    summary: 'try whether the key on the paper opens the copies',
    description:
      'Opens one of the copies with the key that is typed back from the paper, or given in LIFEBOAT_RECOVERY_KEY. Nothing of the key is kept. Do this once after printing, and every three months.',
    examples: [{ type: 'lifeboat kit test --holder pharmacist-in-charge', does: "tries the pharmacist-in-charge's paper" }],
  },
  kitSave: {
    summary: 'make another paper for a holder, with a key of its own',
    description:
      'Saves another recovery kit to print. The paper that the holder had before opens nothing any more. It refuses a place where copies or data lie, or that is synchronised.',
    examples: [{ type: 'lifeboat kit save kit.pdf', does: "makes the owner's paper anew" }],
  },
  kitOpen: {
    summary: "give a place this PC's key, by the key on the paper",
    description:
      'Opens a place that the key of this PC does not open, such as a disk that was away when this PC took over, with the key on a recovery kit (typed in, or given in LIFEBOAT_RECOVERY_KEY). The place gets the key of this PC; nothing of the other is kept. Old copies from before a key leaked, by their id in lifeboat kit retired, are opened by a paper of then.',
    examples: [
      { type: 'lifeboat kit open "Drive B"', does: 'opens a disk that came back' },
      { type: 'lifeboat kit open nas-old', does: 'opens old copies on a PC that took over' },
    ],
  },
  kitLeaked: {
    summary: 'a key is in the wrong hands: new keys, and new copies beside the old ones',
    description:
      'Says what it means and costs, and asks. Then this computer gets a new key, and every place new copies with new keys beside the old ones: what is away gets them when it is back. Everything is stored once more. The old copies are kept to be restored from. Print both papers afterwards.',
    examples: [{ type: 'lifeboat kit leaked --yes', does: 'begins at once' }],
  },
  kitRetired: {
    summary: 'old copies that are kept after a key leaked',
    description: 'Lists old copies, or forgets those of a place. What lies there stays until somebody deletes it.',
    examples: [{ type: 'lifeboat kit retired --forget nas-old', does: 'forgets the old copies of the place' }],
  },
  people: { summary: 'who hears of a problem', description: 'Shows who hears of a problem, and confirms addresses.', examples: [] },
  peopleList: {
    summary: 'show who hears of a problem',
    description: 'Shows the people of the pharmacy, and whether their addresses are confirmed.',
    examples: [],
  },
  peopleConfirm: {
    summary: "confirm a person's address with a code",
    description: 'Sends a code to the address and asks for it. Messages go to confirmed addresses only.',
    examples: [{ type: 'lifeboat people confirm Ana', does: "confirms Ana's address" }],
  },
  'restore-source': {
    summary: 'bring one source back on a PC that works',
    description:
      'Says what would happen, asks, and brings a source back from the newest restore point that is proven and that nothing speaks against. Where what is there now is healthy it is put beside it; where that is broken or gone, in its place, and what it replaces is kept.',
    examples: [
      { type: 'lifeboat restore-source dispensing', does: 'beside the database, if that is healthy' },
      { type: 'lifeboat restore-source dispensing --point 3f9a12c4 --in-place', does: 'an earlier one, over the database' },
      { type: 'lifeboat restore-source scans --to D:\\Restored --yes', does: 'into a folder, without being asked' },
    ],
  },
  undo: {
    summary: 'undo a restore that replaced something',
    description:
      'Brings back what a restore replaced, as long as it is kept: the newest restore that can be undone, or the one that is named.',
    examples: [{ type: 'lifeboat undo --list', does: 'shows what can be undone' }],
  },
  cancel: {
    summary: 'stop what is at work',
    description: 'Stops the runs that are at work, or one of them. What is finished stays; the rest is done by a later run.',
    examples: [{ type: 'lifeboat cancel', does: 'stops everything that is at work' }],
  },
  keep: {
    summary: 'keep restore points, whatever retention says',
    description: 'Keeps restore points at every place that has them, such as one from before a change.',
    examples: [{ type: 'lifeboat keep 3f9a12c4 --note "before the move"', does: 'keeps one, and says why' }],
  },
  unkeep: {
    summary: 'let retention decide about restore points again',
    description: 'Restore points that were kept go when retention says so.',
    examples: [{ type: 'lifeboat unkeep 3f9a12c4', does: 'keeps it no longer than any other' }],
  },
  'vendor-update': {
    summary: 'the vendor is updating today: keep a way back',
    description:
      'Keeps the newest restore points of all critical sources, or of those that are named, backs them up now and keeps that too. Until the end of the day less in them than before raises no alarm.',
    examples: [{ type: 'lifeboat vendor-update', does: 'before the vendor begins' }],
  },
  attack: {
    summary: 'an attack is feared, or over',
    description: 'Says that somebody fears an attack, or that it is over.',
    examples: [],
  },
  attackSuspect: {
    summary: 'I think we are being attacked',
    description:
      'Nothing is deleted any more, the newest proven restore points stay, nothing is written where it could be destroyed, and disks may be pulled out. It takes nothing away: if in doubt, say it.',
    examples: [{ type: 'lifeboat attack suspect --since "2026-11-28 22:00"', does: 'copies from then on are not trusted' }],
  },
  attackEnd: {
    summary: 'the attack is over, or was none',
    description:
      'After a false alarm everything is as before. After an attack what was copied meanwhile stays suspicious, and nothing is deleted for 30 days.',
    examples: [{ type: 'lifeboat attack end --false-alarm', does: 'it was nothing' }],
  },
  lost: {
    summary: 'a disk, a place or the old PC is lost or stolen',
    description:
      'Puts on record that it is lost, and says who could read what was on it and what has to be done now. A disk leaves its set. The key of a PC is taken out of every copy within reach, and of the others when they come back.',
    examples: [
      { type: 'lifeboat lost "Drive A" --stolen --statement statement.pdf', does: 'a stolen disk, with a statement to sign' },
      { type: 'lifeboat lost pc --pc-disk not-encrypted', does: 'the PC that this one took over from' },
    ],
  },
  maintain: {
    summary: 'forget now what need not be kept any more',
    description:
      'Forgets what retention no longer keeps at a place, and removes the data that nobody needs. For a place in Azure the credential of this PC may not delete: give one that may, for this once, in AZURE_STORAGE_CONNECTION_STRING, AZURE_ACCOUNT_KEY or AZURE_ACCOUNT_SAS. It is kept nowhere.',
    examples: [{ type: 'lifeboat maintain --place azure', does: 'tidies up the copies in the cloud' }],
  },
  serve: {
    summary: 'back up on time, until it is stopped',
    description:
      'Owns the installation: backs up on time, proves, watches and tells, until it is stopped. The other commands work meanwhile and ask this one. The screens of the app are served to browsers on this computer only; the link that is printed signs one in, once.',
    examples: [{ type: 'lifeboat serve --port 8080', does: 'serves on a port of your choice' }],
  },
};

/** The beginning of the program's help. */
export const appFirstSteps = {
  commandsTitle: 'Protecting a pharmacy:',
  repositoryTitle: 'Working with one repository:',
  title: 'First steps:',
  lines: [
    '1. Describe the pharmacy in a file, as docs/setup-file.md shows, and set up:',
    '     lifeboat setup --from pharmacy.json --kit kit.pdf',
    '   Print the recovery kits, put the papers in the safe, delete the files.',
    '2. Make the first backup, and see whether the pharmacy is protected:',
    '     lifeboat run',
    '     lifeboat status',
    '3. Back up on time from now on:',
    '     lifeboat serve',
  ],
  repositoryStepsTitle: 'Without an app, with one repository:',
};

const profile = {
  profile: "folder of the installation (default: $LIFEBOAT_PROFILE, else this computer's usual one)",
};

/** The app's options, by command. */
export const appOptions = {
  setup: { ...profile, from: 'file that says what to set up', kit: 'save the two recovery kits to print: this PDF file and one beside it' },
  run: {
    ...profile,
    tier: 'only the sources of this tier: critical, important or standard',
    source: 'only this source, by id or name; may be repeated',
  },
  prove: { ...profile, source: 'only this source, by id or name; may be repeated' },
  'self-test': profile,
  status: { ...profile, points: 'also list the restore points, with the ids that other commands take' },
  recover: {
    ...profile,
    from: 'one of the copies: folder of a repository, or azure:CONTAINER/PREFIX',
    settingsOnly: 'bring back only settings and history',
    proven: 'take only what a trial restore has proven, though it may be older; after an attack',
    to: 'restore into this folder, in a folder for each source, instead of back where it was',
  },
  kit: profile,
  kitTest: { ...profile, holder: 'whose paper: owner or pharmacist-in-charge (default: owner)' },
  kitSave: { ...profile, holder: 'whose paper: owner or pharmacist-in-charge (default: owner)' },
  kitOpen: profile,
  kitLeaked: { ...profile, yes: 'do not ask' },
  kitRetired: { ...profile, forget: 'forget these old copies, given by the id in front of them', yes: 'do not ask' },
  people: profile,
  peopleList: profile,
  peopleConfirm: profile,
  'restore-source': {
    ...profile,
    point: 'the restore point, by the beginning of its id (lifeboat status --points)',
    beside: 'beside what is there now',
    inPlace: 'over what is there now, which is kept',
    to: 'into this folder',
    newDatabase: 'into a new database of this name',
    yes: 'go ahead without being asked',
  },
  undo: { ...profile, list: 'only show what can be undone', yes: 'go ahead without being asked' },
  cancel: profile,
  keep: { ...profile, note: 'why, for whoever sees it later' },
  unkeep: profile,
  'vendor-update': { ...profile, source: 'only this source, by id or name; may be repeated' },
  attack: profile,
  attackSuspect: { ...profile, since: 'from when on copies are not to be trusted (default: now)' },
  attackEnd: {
    ...profile,
    falseAlarm: 'it was none',
    over: 'there was one, and it is over',
    yes: 'go ahead without being asked',
  },
  lost: {
    ...profile,
    stolen: 'it was stolen, not only lost',
    withPaper: 'a recovery kit may be in the same hands',
    pcDisk: 'of a PC, its own disk: encrypted, not-encrypted or unknown (default: unknown)',
    noticed: 'when somebody noticed (default: now)',
    statement: 'save the statement to print and to sign, as this PDF file',
    yes: 'go ahead without being asked',
  },
  maintain: { ...profile, place: 'the place, by id or name' },
  serve: { ...profile, port: 'port on this computer (default: that of last time, else one that is free)' },
};
