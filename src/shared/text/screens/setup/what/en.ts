import type { SetupWhatTexts } from './texts.ts';

/** What to protect, in English. */
export const englishSetupWhat: SetupWhatTexts = {
  title: 'What to protect',
  lead: 'Lifeboat looked for databases, backup files of pharmacy systems and folders with scans. Tick what belongs to the pharmacy, and test it.',
  server: 'Where does your dispensing program keep its data?',
  serverHint: 'If you do not know, ask your vendor: “On which computer is our database, and may another program back it up?”',
  serverChoices: {
    'this-pc': { name: 'On this PC', about: 'Its database or its own backup files should be in the list below.' },
    'other-pc': {
      name: 'On another PC of the pharmacy',
      about:
        'Either install Lifeboat on that PC, or add its database below with the name of that PC as the server, or add the folder that it shares its backup files in.',
    },
    'vendor-cloud': {
      name: "In the vendor's cloud",
      about:
        'The vendor keeps the database. Here you protect what the vendor does not: exports, reports, scans, label templates. Ask the vendor how you would get your data if they were gone.',
    },
  },
  found: 'On this computer',
  looking: 'Looking for databases, backup files and scans. This can take a minute; you may go on meanwhile.',
  lookAgain: 'Look again',
  nothingFound: {
    title: 'Nothing was found by itself',
    body: 'That happens, for example when the data is on another PC. Add the folder or the database yourself: your vendor knows where it is.',
  },
  columns: { protect: 'Protect', what: 'What it is', size: 'Size', tier: 'How much it matters', test: 'Test', change: 'Change' },
  protect: (name) => `Protect ${name}`,
  newest: (moment) => `newest: ${moment}`,
  unknownSize: 'not measured',
  tierOf: (name) => `How much ${name} matters`,
  test: (name) => `Test ${name}`,
  testShort: 'Test',
  testing: 'Trying it…',
  works: 'It works.',
  fails: 'It does not work yet.',
  notTested: 'not tested yet',
  needsAccount: 'A database server runs here. Lifeboat needs the name of its database and an account that may read it.',
  enterAccount: 'Enter the account…',
  change: (name) => `Change ${name}`,
  changeShort: 'Change…',
  addFolder: 'Add a folder',
  addDatabase: 'Add a database',
  addGroup: 'Capture some together',
  nothingChosen: { title: 'Nothing is ticked.', body: 'Tick at least one line, or add a folder or a database.' },
  noCritical: {
    title: 'Nothing is marked critical.',
    body: 'Lifeboat then does not know what you need first to fill prescriptions again. You can go on and change it later.',
  },
  forgotten: {
    title: 'What you may have forgotten',
    lead: 'Small things that cost days when they are missing on a new computer.',
    add: 'Choose its folder…',
    addNamed: (name) => `Choose its folder…: ${name}`,
    no: 'We do not have this',
    noNamed: (name) => `We do not have this: ${name}`,
    back: 'Show what was set aside',
    protected: 'protected',
    setAside: 'set aside',
  },
  items: {
    certificates: {
      name: 'Signing certificates',
      about: 'For ordering and prescribing controlled substances. Export them with their private key first; ask the vendor how.',
    },
    'label-templates': { name: 'Label templates', about: 'And other forms that were adapted to your pharmacy.' },
    'vendor-installer': {
      name: 'Installer and licence of the pharmacy system',
      about: 'Installation files, licence keys, settings of printers and scanners.',
    },
    accounting: { name: 'Accounting', about: 'For example the company file of QuickBooks.' },
    'point-of-sale': { name: 'Point of sale', about: 'The till often has a database of its own.' },
    robot: { name: 'Robot or counting machine', about: 'Its configuration, if the vendor lets you export it.' },
    'temperature-logs': { name: 'Temperature logs', about: 'Of refrigerators with vaccines and insulin.' },
  },
};
