/**
 * The walls of the house (ARCHITECTURE.md, "Walls"): who may know whom, and why. `npm run lint` runs it.
 * What a room may see is said once, here; the tsconfig of each environment lets the compiler refuse the rest.
 */

/** A room or a file of src as a pattern. */
const room = (path) => `^src/${path}`;

/** The only folders where a native or cloud part may be named. Tests and benchmarks may use the parts directly. */
const onlyIn = (name, part, places, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(src|demo)/', pathNot: places },
  to: { path: part },
});

/** An npm package, whatever file of it is imported, also when it is not installed. */
const npm = (name) => `(^|/)node_modules/${name}/|^${name}(/|$)`;

/** What something starts by name: the terminal, the engine's door, a thread, Electron's processes. */
const ENTRIES = [
  room('main/(cli|engine)/index\\.ts$'),
  room('main/engine/workers/worker\\.ts$'),
  room('main/engine-host/child\\.ts$'),
  room('main/sources/sqlite/worker\\.ts$'),
  room('main/electron/(entry|smoke-test)\\.ts$'),
  room('main/electron/self-test/(entry|engine-process)\\.ts$'),
  room('renderer/main\\.tsx$'),
  room('preload/index\\.ts$'),
];

const PURE_ROOMS = room('main/engine/(format|chunker|crypto|retention)/');

const everywhere = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'A cycle means that neither room can be understood, tested or replaced without the other.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-unresolved',
    severity: 'error',
    comment: 'An import that leads nowhere slips through every other wall.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^electron(/|$)' },
  },
  {
    name: 'no-undeclared-packages',
    severity: 'error',
    comment: 'The product may only use packages that package.json names as dependencies; the electron runtime is given by Electron itself.',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: npm('electron'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-dead-modules',
    severity: 'error',
    comment:
      'What no entry reaches is dead. The memory backend is kept for tests of everything that stands on a backend; declarations only speak to the compiler.',
    from: { path: ENTRIES },
    to: { path: '^src/', pathNot: [...ENTRIES, room('main/engine/backend/memory/'), '\\.d\\.ts$'], reachable: false },
  },
];

const environments = [
  {
    name: 'electron-only-in-its-room',
    severity: 'error',
    comment:
      'Only Electron has `electron`: in plain Node the import starts a download. Everything else must run and be tested without it, so that only thin adapters use it.',
    from: { pathNot: [room('main/electron/(adapters|self-test)/'), room('preload/'), '^tests/e2e-electron/adapters/', '^node_modules/'] },
    to: { path: npm('electron'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'electron-types-only-in-its-room',
    severity: 'error',
    comment: 'Shapes of Electron are its room’s own matter.',
    from: { pathNot: [room('main/electron/'), room('preload/'), '^tests/e2e-electron/adapters/', '^node_modules/'] },
    to: { path: npm('electron') },
  },
  {
    name: 'adapters-hold-no-logic',
    severity: 'error',
    comment: 'Adapters are put together where the program starts only; what decides something is plain and takes them as interfaces.',
    from: { path: room('main/'), pathNot: room('main/electron/(adapters/|start/|entry\\.ts$)') },
    to: { path: room('main/electron/adapters/') },
  },
  {
    name: 'shared-sees-nothing',
    severity: 'error',
    comment:
      'Shared code runs in Node, in a browser page and in a sandboxed preload alike, so it may use none of their parts. zod states its shapes, oRPC the contract over them.',
    from: { path: room('shared/') },
    to: { pathNot: [room('shared/'), npm('zod'), npm('@orpc/contract')] },
  },
  {
    name: 'faces-see-only-shared',
    severity: 'error',
    comment: 'The page and its preload are sandboxed: they know the contract, never what is behind it.',
    from: { path: room('(renderer|preload)/') },
    to: { path: '^(src/main|tests|demo|benchmarks)/' },
  },
  {
    name: 'page-does-not-see-preload',
    severity: 'error',
    comment: 'The page gets one message port from the preload, not its code; and the preload is one small file without the page.',
    from: { path: room('(renderer|preload)/') },
    to: { path: room('(renderer|preload)/'), pathNot: room('$1/') },
  },
  {
    name: 'faces-without-node',
    severity: 'error',
    comment: 'There is no Node in a sandboxed page.',
    from: { path: room('(renderer|preload)/') },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'screens-do-not-see-each-other',
    severity: 'error',
    comment: 'What two screens need is a component; a screen can be changed without reading the others.',
    from: { path: room('renderer/screens/([^/]+)/') },
    to: { path: room('renderer/screens/'), pathNot: room('renderer/screens/$1/') },
  },
  {
    name: 'source-does-not-see-its-tools',
    severity: 'error',
    comment: 'What is shipped does not lean on tests, the demo, benchmarks or scripts.',
    from: { path: '^src/' },
    to: { path: '^(tests|demo|benchmarks|scripts|bin|dist)/' },
  },
];

const engine = [
  {
    name: 'engine-stands-alone',
    severity: 'error',
    comment: 'The engine is plain Node and can be taken out of the app: of the app it knows only the plain shapes and the error codes.',
    from: { path: room('main/engine/') },
    to: { path: '^src/', pathNot: [room('main/engine/'), room('shared/(model|errors)/')] },
  },
  {
    name: 'engine-has-one-door',
    severity: 'error',
    comment: 'Others enter the engine by engine/index.ts, so that its rooms can be rearranged. Tests look inside.',
    from: { path: '^(src|demo|benchmarks)/', pathNot: room('main/engine/') },
    to: { path: room('main/engine/'), pathNot: room('main/engine/index\\.ts$') },
  },
  {
    name: 'engine-does-not-use-its-door',
    severity: 'error',
    comment: 'index.ts is for others: a room of the engine that imports it pulls in the whole engine.',
    from: { path: room('main/engine/') },
    to: { path: room('main/engine/index\\.ts$') },
  },
  {
    name: 'repository-inside-is-private',
    severity: 'error',
    comment: 'How blobs lie in packs and how the index finds them is the repository’s own matter; verbs go through its contract.',
    from: { path: room('main/engine/'), pathNot: room('main/engine/repository/') },
    to: { path: room('main/engine/repository/[^/]+/') },
  },
  {
    name: 'pure-rooms-touch-nothing',
    severity: 'error',
    comment:
      'Structures, chunker, cryptography and retention are values in, values out: no files, network, processes or places of storage.',
    from: { path: PURE_ROOMS },
    to: {
      dependencyTypes: ['core'],
      pathNot: ['^(node:)?(buffer|crypto|util|zlib|path|assert)(/|$)'],
    },
  },
  {
    name: 'pure-rooms-know-no-place',
    severity: 'error',
    comment: 'A pure room that knows where data lies is not pure any more. The shapes that verbs ask with are values too.',
    from: { path: PURE_ROOMS },
    to: { path: room('main/engine/'), pathNot: [PURE_ROOMS, room('main/engine/operations/contract\\.ts$')] },
  },
];

/** The app's rooms: each is entered by its door, so that it can be rearranged inside. */
const ROOMS = 'api|engine-host|jobs|notifications|overview|places|profile|protection|reports|scheduler|setup|sources|store|vault|web';

const app = [
  {
    name: 'rooms-have-one-door',
    severity: 'error',
    comment: 'A room is entered by its index.ts. Tests look inside.',
    from: { path: room('main/([^/]+)/') },
    to: { path: room(`main/(${ROOMS})/.+`), pathNot: [room('main/$1/'), room(`main/(${ROOMS})/index\\.ts$`)] },
  },
  {
    name: 'app-has-one-door-each',
    severity: 'error',
    comment: 'The composition uses the same doors as everybody else.',
    from: { path: room('main/[^/]+\\.ts$') },
    to: { path: room(`main/(${ROOMS})/.+`), pathNot: room(`main/(${ROOMS})/index\\.ts$`) },
  },
  {
    name: 'only-jobs-starts-engine-work',
    severity: 'error',
    comment: 'History is written before work begins and after it ends; only jobs, setting up and composition may ask the engine process.',
    from: { path: room('main/(notifications|protection|scheduler|store|vault|reports|profile|web)/') },
    to: { path: room('main/engine-host/') },
  },
];

const parts = [
  onlyIn(
    'keytar-only-in-vault',
    npm('keytar'),
    [room('main/vault/'), room('main/electron/self-test/')],
    'Secrets go in and out in one place, where their length and their absence are handled. The self-test proves the part in real Electron.',
  ),
  onlyIn(
    'sqlite-only-in-store-and-source',
    npm('better-sqlite3'),
    [room('main/store/'), room('main/sources/sqlite/'), room('main/electron/self-test/'), '^demo/'],
    'It is synchronous and would stop the engine. The demo makes its sample database with it; the self-test proves it in real Electron.',
  ),
  onlyIn(
    'azure-only-in-its-backend',
    npm('@azure/[^/]+'),
    [room('main/engine/backend/azure/')],
    'A cloud is one backend of several; nothing else may lean on its SDK.',
  ),
  onlyIn(
    'koffi-only-in-adapters',
    npm('koffi'),
    [room('main/engine/filesystem/native[^/]*(/|\\.ts$)'), room('main/places/drives/'), room('main/electron/self-test/')],
    'Calls into the operating system can be absent; only small adapters that can do without may make them.',
  ),
];

export default {
  forbidden: [...everywhere, ...environments, ...engine, ...app, ...parts],
  options: {
    parser: 'swc',
    doNotFollow: { path: ['(^|/)node_modules/', '^dist/'] },
    exclude: { path: '^dist/' },
    moduleSystems: ['es6', 'cjs'],
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
    cache: false,
  },
};
