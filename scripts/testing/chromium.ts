import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { CannotStart } from '#scripts/launcher/cannot-start';

/** The browser's start options for Playwright; no `executablePath` means its own. */
export type ChromiumLaunch = { readonly executablePath?: string; readonly args: string[] };

/** Chromium's sandbox does not work for root, and what it does on its own accord disturbs measurements. */
const ROOT_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium without its windows: the same engine, for little more than half the work of the processor. */
const shell = 'chromium-headless-shell';

/** PLAYWRIGHT_CHROMIUM_PATH, else Playwright's own, else one on the PATH. */
export function findChromium(): ChromiumLaunch | undefined {
  const args = process.getuid?.() === 0 ? ROOT_ARGUMENTS : [];
  const given = process.env['PLAYWRIGHT_CHROMIUM_PATH'];
  if (given) {
    if (!existsSync(given)) throw new CannotStart(`PLAYWRIGHT_CHROMIUM_PATH names ${given}, which does not exist.`);
    return { executablePath: given, args };
  }
  if (existsSync(chromium.executablePath())) return { args };
  const found = [shell, 'chromium', 'chromium-browser', 'google-chrome'].map(onPath).find((file) => file !== undefined);
  return found ? { executablePath: found, args } : undefined;
}

/** The same, installing Debian's package where that is allowed. */
export function chromiumOrInstall(): ChromiumLaunch {
  const found = findChromium();
  if (found && (isGivenOrOwn(found) || onPath(shell))) return found;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log(`Installing Chromium (apt-get install ${shell}) …`);
    if (!installed(shell) && !found) installed('chromium');
  }
  const launch = findChromium();
  if (launch) return launch;
  throw new CannotStart(
    'There is no Chromium for the browser journeys: install the package `chromium`, run `npx playwright install chromium`, or set PLAYWRIGHT_CHROMIUM_PATH.',
  );
}

const isGivenOrOwn = ({ executablePath }: ChromiumLaunch): boolean =>
  executablePath === undefined || Boolean(process.env['PLAYWRIGHT_CHROMIUM_PATH']);

/** Tries the lists that the machine has before it asks for new ones. */
function installed(name: string): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words: string[]) =>
    spawnSync('apt-get', ['-o', 'Acquire::Retries=1', ...words], { stdio: 'ignore', env }).status === 0;
  const install = () => apt('install', '-y', '--no-install-recommends', name);
  return install() || (apt('update') && install());
}

function onPath(program: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
