import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Plain JavaScript without dependencies: it runs before anything is installed, on any Node from 20 on.

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages the `packages` of a package-lock.json
 */

/**
 * Names what the lock file asks for: its content, and the platform, because a folder that was copied to another one
 * holds the wrong binaries.
 *
 * @param {string} lockFile its content
 */
function fingerprint(lockFile) {
  return `${createHash('sha256').update(lockFile).digest('hex')} ${process.platform}-${process.arch}`;
}

/**
 * Whether npm's own record of what it put into node_modules is what the lock file asks for. Optional packages may be
 * missing: most are for other platforms.
 *
 * @param {LockedPackages} wanted
 * @param {LockedPackages} present
 */
export function isSameTree(wanted, present) {
  const isPresent = (/** @type {[string, LockedPackage]} */ [path, locked]) => {
    const found = present[path];
    if (!found) return path === '' || locked.optional === true;
    return found.version === locked.version && found.integrity === locked.integrity;
  };
  return Object.entries(wanted).every(isPresent) && Object.keys(present).every((path) => path in wanted);
}

/**
 * Whether `node_modules` is what `package-lock.json` asks for. A marker with the fingerprint of the last successful
 * install answers at once; without one (somebody ran `npm install`) npm's record is compared.
 *
 * @param {string} root folder of the project
 */
export function isInstalled(root) {
  const lockFile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const modules = join(root, 'node_modules');
  if (!existsSync(join(modules, 'node/bin/node'))) return false;
  if (readIfPresent(markerOf(root)) === fingerprint(lockFile)) return true;
  const record = readIfPresent(join(modules, '.package-lock.json'));
  if (!record || !isSameTree(JSON.parse(lockFile).packages, JSON.parse(record).packages)) return false;
  markInstalled(root);
  return true;
}

/**
 * Remembers that this very lock file was installed.
 *
 * @param {string} root folder of the project
 */
export function markInstalled(root) {
  writeFileSync(markerOf(root), fingerprint(readFileSync(join(root, 'package-lock.json'), 'utf8')));
}

/** @param {string} root */
const markerOf = (root) => join(root, 'node_modules/.openmat-installed');

/** @param {string} path */
function readIfPresent(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
