// Gets from a bare clone to a running TypeScript script: `node scripts/bootstrap.mjs scripts/start.ts [arguments]`.
// Plain JavaScript with built-in modules only: it is what runs before anything is installed, on any Node from 20 on.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './bootstrap/install.mjs';
import { packagesInstalled } from './bootstrap/packages-installed.mjs';
import { stop } from './bootstrap/stop.mjs';
import { stopWhenLeftAlone } from './bootstrap/stop-when-left-alone.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const pinnedNode = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const [major = 0] = process.versions.node.split('.').map(Number);
const [target, ...args] = process.argv.slice(2);

if (major < 20) stop(`Node ${process.versions.node} is too old: Scriptline needs Node 20 or newer to start.`);
if (target === undefined) stop('Usage: node scripts/bootstrap.mjs scripts/<name>.ts [arguments]');
const script = path.resolve(root, target);
if (!existsSync(script)) stop(`There is no ${target} in this checkout.`);

// npm hands a signal to its shell only; `exec` in package.json makes that shell us. What nobody can pass on is an npm that was killed.
if (process.env.npm_lifecycle_event) stopWhenLeftAlone();

/** A production image brings its own Node 24 and leaves the development packages out: it may serve, but not test. */
function isProductionImage() {
  const serves = ['scripts/start.ts', 'scripts/migrate.ts', 'scripts/rebuild.ts', 'scripts/demo-disable.ts'].includes(
    target,
  );
  return serves && major >= 24 && !existsSync(pinnedNode) && packagesInstalled(root, { dev: false });
}

let node = process.execPath;
if (!isProductionImage()) {
  if (!existsSync(pinnedNode) || !packagesInstalled(root, { dev: true })) await install(root, pinnedNode);
  node = pinnedNode;
}

process.chdir(root);
if (realpathSync(node) === realpathOrNothing(process.execPath)) {
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
} else {
  const child = spawn(node, [script, ...args], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to the whole group, `kill` to this process only: the script hears it once or twice and takes it as one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(`Node could not be started from ${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? os.constants.signals[signal] : 0)));
}

function realpathOrNothing(file) {
  return existsSync(file) ? realpathSync(file) : undefined;
}
