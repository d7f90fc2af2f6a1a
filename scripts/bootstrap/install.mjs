import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { explain } from './explain.mjs';
import { holdingTheLock } from './lock.mjs';
import { packagesInstalled } from './packages-installed.mjs';
import { stop } from './stop.mjs';

const OLDEST_NPM = 9;

/** Installs what package-lock.json names, and the pinned Node. Two at once on one clone take turns; the second finds the work done. */
export async function install(root, pinnedNode) {
  await holdingTheLock(root, async () => {
    if (!packagesInstalled(root, { dev: true })) {
      const version = await npm(root, ['--version']);
      if (version.code !== 0) stop('npm was not found: install Node together with npm, then try again.');
      if (Number.parseInt(version.output, 10) < OLDEST_NPM)
        stop(`npm ${version.output.trim()} is too old: Scriptline needs npm ${OLDEST_NPM} or newer.`);
      await step('Installing the packages', root, [
        'ci',
        '--include=dev',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
      ]);
    }
    // The only install script we need: it puts the pinned Node in place. The others would download from outside the registry.
    if (!existsSync(pinnedNode)) await step('Installing Node 24', root, ['rebuild', 'node']);
    if (!existsSync(pinnedNode))
      stop('The npm registry holds no Node 24 for this platform: install Node 24 and run the command again.');
  });
}

async function step(what, root, args) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log(`${what} …`);
  const beat = setInterval(() => console.log(`  … still at it after ${seconds()} s`), 15_000);
  const { code, output } = await npm(root, args);
  clearInterval(beat);
  if (code !== 0) stop(`${what} failed: ${explain(output)}`);
  console.log(`${what}: done in ${seconds()} s`);
}

function npm(root, args) {
  const cli = process.env.npm_execpath;
  // Installing anew removes the pinned Node that may be running us; then the machine's own is next on the PATH.
  const node = existsSync(process.execPath) ? process.execPath : 'node';
  const [command, first] = cli?.endsWith('.js') ? [node, [cli]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const interrupt = () => child.kill();
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code, signal) => {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      if (signal) stop('Stopped while installing; the next start begins again.');
      resolve({ code, output });
    });
  });
}
