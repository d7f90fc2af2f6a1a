// npm writes into the lock file only those optional binaries that the registry at hand holds, and `npm ci` then refuses the file elsewhere.
// This adds the missing ones from what their parents ask for. `--check` changes nothing and fails when something is missing.
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];
const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;

const check = process.argv.includes('--check');
const file = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { added, unclear } = complete(lock.packages);

for (const name of unclear) console.error(`${name} is missing, and its parent names no exact version to add.`);
if (check) {
  if (added.length > 0)
    console.error(
      `${file} lacks ${added.length} optional packages; run \`npm run lock:complete\`: ${added.join(', ')}`,
    );
} else if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${file}: added ${added.length} optional packages`);
}
process.exitCode = unclear.length > 0 || (check && added.length > 0) ? 1 : 0;

/** Adds to `packages` in place; `unclear` are those that cannot be added because the version is a range. */
function complete(packages) {
  const added = [];
  const unclear = [];
  for (const [place, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (isResolvable(packages, place, name)) continue;
      if (!EXACT.test(version)) {
        unclear.push(name);
        continue;
      }
      packages[`node_modules/${name}`] = entryFor(name, version, parent);
      added.push(name);
    }
  }
  return { added, unclear };
}

/** Node's own rule: the package's node_modules first, then that of each folder above. */
function isResolvable(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** The package's name says which platform it is for: `@biomejs/cli-darwin-arm64`. */
function entryFor(name, version, parent) {
  const words = name.split('/').at(-1).split(/[-_]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(parent.dev && { dev: true }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
