import { spawnSync } from 'node:child_process';
import { isInstalled, markInstalled } from './support/install/is-installed.mjs';
import { projectRoot, runOpenmat } from './support/install/run-project-node.mjs';

// What the npm scripts run. Plain JavaScript without dependencies, because it has to work with no node_modules on any
// Node from 20 on: it installs what is missing, then hands over to the project's own Node.

const MINIMUM_NODE = 20;

// Whatever NODE_ENV and the user's npm settings say: the web app is built here, and Node comes by an install script.
const FLAGS = ['--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error'];

function install() {
  process.stdout.write('Installing dependencies (once, and again when package-lock.json changes) …\n');
  // `ci` refuses a lock file in which this npm misses an optional package of another platform; `install` accepts it and
  // takes every version from it just the same.
  if (!npm('ci') && !npm('install', '--no-save')) {
    process.stderr.write('The dependencies could not be installed; see above. `npm ci` tries again.\n');
    process.exit(1);
  }
  markInstalled(projectRoot);
}

function npm(/** @type {string[]} */ ...args) {
  return spawnSync('npm', [...args, ...FLAGS], { cwd: projectRoot, stdio: 'inherit' }).status === 0;
}

if (Number.parseInt(process.versions.node, 10) < MINIMUM_NODE) {
  process.stderr.write(`Openmat needs Node ${MINIMUM_NODE} or newer to install itself; this is ${process.version}.\n`);
  process.exit(1);
}
if (!isInstalled(projectRoot)) install();
runOpenmat(process.argv.slice(2));
