import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Is every package that the lock file names installed, in the version it names? Compares the lock file with the copy that npm leaves in node_modules
 * at the very end of an installation, so an interrupted one counts as missing. Optional packages of other platforms may be absent. About 10 ms.
 */
export function packagesInstalled(root, { dev }) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    if ((entry.dev || entry.devOptional) && !dev) return true;
    const found = present[place];
    if (found === undefined) return Boolean(entry.optional || entry.peer);
    return found.version === entry.version && existsSync(path.join(root, place, 'package.json'));
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
