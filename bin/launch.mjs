import { existsSync } from 'node:fs';
import { projectNode, runOpenmat } from './support/install/run-project-node.mjs';

// What `bin/openmat` runs, with whatever Node the machine has.

if (existsSync(projectNode)) {
  runOpenmat(process.argv.slice(2));
} else {
  process.stderr.write(
    'openmat runs on the Node that comes with its dependencies: run `npm ci` first, or `npm start`.\n',
  );
  process.exitCode = 1;
}
