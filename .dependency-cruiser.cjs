// The permitted imports: the table of the architecture, row by row. `npm run check` holds it.
const { layers, order } = require('./lib/rooms.json');

const TEST = '\\.test\\.tsx?$';
const GENERATED = '^lib/db/generated/';
const FRAMEWORK =
  '(^|/)node_modules/(next|next-auth|react|react-dom|react-aria-components|@prisma|prisma|pg|pg-boss)/|^lib/db/generated/';

/** From a place, only these places of ours (and itself); packages are another matter. */
function only(name, from, allowed, comment) {
  const folders = allowed.map((place) => `^${place}(/|\\.tsx?$|$)`);
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: TEST },
    to: { path: '^(app|components|lib|prisma|scripts|e2e|[^/]+\\.tsx?$)', pathNot: folders },
  };
}

/** Inside a layer a room imports its own files and those of the rooms before it; types may come from anywhere. */
function roomsInOrder() {
  return layers.flatMap((layer) => {
    const base = layer === 'components' ? 'ui' : 'base';
    const rooms = order.map((room) => (room === 'base' ? base : room));
    const known = {
      name: `${layer}: rooms`,
      comment: 'Every file of the layer is in one of the rooms of lib/rooms.json.',
      severity: 'error',
      from: { path: `^${layer}/`, pathNot: [...rooms.map((room) => `^${layer}/${room}/`), GENERATED] },
      to: {},
    };
    const ordered = rooms.slice(0, -1).map((room, index) => ({
      name: `${layer}/${room}`,
      comment: 'A room imports only rooms before it in the order of lib/rooms.json.',
      severity: 'error',
      from: { path: `^${layer}/${room}/`, pathNot: TEST },
      to: { path: `^${layer}/(${rooms.slice(index + 1).join('|')})/`, dependencyTypesNot: ['type-only'] },
    }));
    return [known, ...ordered];
  });
}

const SHELLS = ['ingest', 'processing', 'views', 'commands'];
const BELOW_SHELLS = ['events', 'domain', 'sources', 'db', 'actions', 'auth', 'outbound', 'observability', 'env'].map(
  (name) => `lib/${name}`,
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'routes',
      '^app/api/',
      ['app/api', ...['ingest', 'views', 'commands', 'contract', 'auth', 'http', 'env'].map((name) => `lib/${name}`)],
      'A route parses, calls one function, and responds; that of a list names its definition.',
    ),
    only(
      'pages',
      '^app/(?!api/)',
      [
        'app/(?!api/)[^/]*',
        'app/globals\\.css',
        'components',
        ...['views', 'contract', 'auth', 'i18n', 'domain'].map((name) => `lib/${name}`),
      ],
      'A page loads by a view and shows by components.',
    ),
    only(
      'components',
      '^components/',
      ['components', 'lib/contract', 'lib/domain', 'lib/i18n'],
      'A component knows the nouns before its own, the primitives and the browser contract.',
    ),
    only(
      'primitives',
      '^components/ui/',
      ['components/ui', 'lib/i18n', 'lib/contract/base'],
      'A primitive knows no pharmacy.',
    ),
    ...SHELLS.map((shell) =>
      only(
        `lib/${shell}`,
        `^lib/${shell}/`,
        // Readers and people's actions return the shapes of the browser's contract, in the reader's language.
        [
          `lib/${shell}`,
          ...BELOW_SHELLS,
          ...(['views', 'commands'].includes(shell) ? ['lib/contract', 'lib/i18n'] : []),
        ],
        'The shells are driven from different sides and never call one another.',
      ),
    ),
    only(
      'lib/actions',
      '^lib/actions/',
      ['lib/actions', 'lib/db', 'lib/events', 'lib/domain'],
      'An action is appended to the ledger and applied as any event is, whoever does it.',
    ),
    only(
      'lib/db',
      '^lib/db/',
      ['lib/db', 'lib/contract', 'lib/domain', 'lib/env'],
      'Prisma is known here only; what it means is not.',
    ),
    {
      name: 'lib/db: types of the contract',
      comment:
        'The conditions of a query are typed by the filter of its list; nothing else of the contract is known here.',
      severity: 'error',
      from: { path: '^lib/db/', pathNot: TEST },
      to: { path: '^lib/contract/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'lib/events',
      '^lib/events/',
      ['lib/events', 'lib/domain'],
      'What an event means depends on nothing but the vocabulary.',
    ),
    only(
      'lib/sources',
      '^lib/sources/',
      ['lib/sources', 'lib/domain'],
      'How a sender signs depends on nothing but the vocabulary.',
    ),
    only('lib/domain', '^lib/domain/', ['lib/domain'], 'The vocabulary stands on its own.'),
    only(
      'lib/contract',
      '^lib/contract/',
      ['lib/contract', 'lib/domain'],
      'The browser contract must be able to go to the browser.',
    ),
    only(
      'lib',
      '^lib/',
      ['lib', 'prisma/(migrations-pending|schema-files)'],
      'The library knows neither routes, screens nor scripts.',
    ),
    ...roomsInOrder(),
    {
      name: 'pure-packages',
      comment: 'The pure core uses zod and nothing else that is installed; the vocabulary not even that.',
      severity: 'error',
      from: { path: '^lib/(events|sources)/', pathNot: TEST },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/(zod|standardwebhooks|@stablelib|fast-sha256)/' },
    },
    {
      name: 'domain-packages',
      comment: 'The vocabulary stands on its own; only the arithmetic of calendars and zones is a pure package’s.',
      severity: 'error',
      from: { path: '^lib/domain/', pathNot: TEST },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/@internationalized/date/' },
    },
    {
      name: 'pure-core',
      comment: 'Next, React and Prisma never appear in the pure core, not even through another module.',
      severity: 'error',
      from: { path: '^lib/(events|domain|sources)/', pathNot: TEST },
      to: { path: FRAMEWORK, reachable: true },
    },
    {
      name: 'browser-weight',
      comment: 'Nothing of the server reaches the browser, not even through another module.',
      severity: 'error',
      from: { path: '^(components|lib/contract)/', pathNot: TEST },
      to: { path: '(^|/)node_modules/(@prisma|prisma|pg|pg-boss|nodemailer|pino)/|^lib/db/', reachable: true },
    },
    {
      name: 'registered-events',
      comment: 'An event type that the catalogue does not name would never be read.',
      severity: 'error',
      from: { path: '^lib/events/catalog\\.ts$' },
      to: { path: '^lib/events/(osigu|photon|medication|scriptline)/', pathNot: TEST, reachable: false },
    },
    {
      name: 'prisma-in-db-only',
      comment: 'lib/db is the only place that knows Prisma.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: `^lib/db/|${TEST}` },
      to: { path: `(^|/)node_modules/(@prisma|prisma|pg)/|${GENERATED}` },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'tests-are-leaves', severity: 'error', from: { pathNot: TEST }, to: { path: TEST } },
  ],
  options: {
    doNotFollow: { path: `(^|/)node_modules/|${GENERATED}` },
    exclude: { path: '^(\\.next|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
