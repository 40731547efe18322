import { Visitor } from '@swc/core/Visitor.js';

/** @import { VariableDeclarator } from '@swc/core' */

/**
 * The architecture, enforced: which file may import which. See "Dependencies" in ARCHITECTURE.md.
 */

// The parser's visitor is older than `using` and throws at it; what it declares is visited like what `const` declares.
const { visitStatement } = Visitor.prototype;
Visitor.prototype.visitStatement = function (statement) {
  const { type, decls } = /** @type {{ type: string, decls: VariableDeclarator[] }} */ (
    /** @type {unknown} */ (statement)
  );
  if (type !== 'UsingDeclaration') return visitStatement.call(this, statement);
  this.visitVariableDeclarators(decls);
  return statement;
};

/** Nothing here is a mere hint. */
const severity = /** @type {const} */ ('error');

const SERVER = '^apps/server/src';
const MODULES = `${SERVER}/modules`;
const PURE = `${MODULES}/[^/]+/(decide[^/]*|[^/]+-policy|booking)\\.ts$`;
const TESTS = '\\.test\\.tsx?$';

/** Which modules a module may use, besides `audit`, which all may write. Nobody may use notification, webhook or analytics. */
const USES = {
  booking: ['schedule', 'ticket', 'identity'],
  payment: ['ticket', 'identity'],
  calendar: ['schedule', 'booking', 'identity'],
  notification: ['booking', 'identity', 'payment', 'ticket', 'schedule', 'calendar'],
  webhook: ['booking', 'identity', 'payment'],
  analytics: ['schedule', 'booking'],
  member: ['identity', 'ticket'],
};

const directionRules = Object.entries(USES).map(([module, used]) => ({
  name: `${module}-uses-only-${used.join('-')}`,
  comment: `The module ${module} may use ${used.join(', ')} and audit, no other module.`,
  severity,
  from: { path: `${MODULES}/${module}/`, pathNot: TESTS },
  to: { path: `${MODULES}/`, pathNot: `${MODULES}/(${[module, 'audit', ...used].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      // Types are erased: two files that only name each other's types can still be loaded and tested alone.
      comment: 'Files that need each other are one thing, or a third is missing.',
      severity,
      from: { path: '^(apps|packages|bin|e2e|bench)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'platform/ is what any server needs; it knows nothing of the business.',
      severity,
      from: { path: `${SERVER}/platform/`, pathNot: TESTS },
      to: { path: `${SERVER}/(modules|demo|doctor|app\\.ts|main\\.ts)` },
    },
    {
      name: 'modules-know-no-composition-root',
      comment: 'The program is put together from modules, never the other way round.',
      severity,
      from: { path: `${MODULES}/`, pathNot: TESTS },
      to: { path: `${SERVER}/(demo|doctor|app\\.ts|main\\.ts)` },
    },
    {
      name: 'modules-meet-at-the-door',
      comment: 'A module is entered through its index.ts only.',
      severity,
      from: { path: `${MODULES}/([^/]+)/`, pathNot: TESTS },
      to: { path: `${MODULES}/`, pathNot: [`${MODULES}/$1/`, `${MODULES}/[^/]+/index\\.ts$`] },
    },
    ...directionRules,
    {
      name: 'other-modules-use-only-audit',
      comment: 'A module that no direction is declared for may use audit, no other module.',
      severity,
      from: { path: `${MODULES}/([^/]+)/`, pathNot: [TESTS, `${MODULES}/(${Object.keys(USES).join('|')})/`] },
      to: { path: `${MODULES}/`, pathNot: [`${MODULES}/$1/`, `${MODULES}/audit/`] },
    },
    {
      name: 'pure-rules-know-no-shell',
      comment: 'Rules decide from what they are given: no SQL, no HTTP, no jobs.',
      severity,
      from: { path: PURE, pathNot: TESTS },
      to: {
        path: ['node_modules/(kysely|pg|fastify)/', `${SERVER}/platform/(db|http|jobs)/`],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-rules-know-no-machine',
      comment: 'Rules know no clock, no files, no network; `now` comes in.',
      severity,
      from: { path: PURE, pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-talks-http',
      comment: 'The web app is a client of the HTTP API and shares no code with the server.',
      severity,
      from: { path: '^apps/web/' },
      to: { path: '^apps/server/' },
    },
    {
      name: 'server-knows-no-web',
      comment: 'The server does not know what its clients are.',
      severity,
      from: { path: '^apps/server/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'packages-stand-alone',
      comment: 'A package can be used without the applications of this repository.',
      severity,
      from: { path: '^packages/' },
      to: { path: '^(apps|bin|e2e|bench)/' },
    },
    {
      name: 'imports-resolve',
      comment: 'A rule cannot hold for an import that leads nowhere.',
      severity,
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API to parse with.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/\\.next/', '\\.generated\\.ts$', '/next-env\\.d\\.ts$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
