import { MigrationRefused } from '#prisma/migration-refused';
import { CannotStart, reasonOf } from './cannot-start.ts';

/** Runs a command: a reason that a person can act on is printed as its sentence, anything else as the bug it is. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const plain = error instanceof CannotStart || error instanceof MigrationRefused;
    const full = reasonOf(error) === 'the disk is full' && 'There is no room left: the disk is full.';
    console.error(plain ? error.message : full || error);
    process.exitCode = 1;
  }
}
