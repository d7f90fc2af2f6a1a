import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stop } from './stop.mjs';

/** Runs the work while no other process of this checkout does; a lock whose holder died is taken over. */
export async function holdingTheLock(root, work) {
  const file = path.join(root, '.data', 'install.lock');
  try {
    mkdirSync(path.dirname(file), { recursive: true });
  } catch (error) {
    stop(`The folder ${path.dirname(file)} cannot be made: ${error.message}`);
  }
  let told = false;
  while (!(await take(file))) {
    if (!isAlive(holderOf(file))) rmSync(file, { force: true });
    else if (!told) {
      told = true;
      console.log('Another start is installing the packages; waiting for it …');
    }
    await wait(300);
  }
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  await work();
  process.off('exit', release);
  release();
}

/** The holder's name is written before the lock appears under its own, so nobody ever reads an empty one. */
async function take(file) {
  const mine = `${file}.${process.pid}`;
  try {
    writeFileSync(mine, String(process.pid));
    linkSync(mine, file);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    return stop(`The lock file ${file} cannot be written: ${error.message}`);
  } finally {
    rmSync(mine, { force: true });
  }
  // Two that clear away a dead holder's lock at the same moment may each have linked theirs: the later one stays.
  await wait(50);
  return holderOf(file) === process.pid;
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
