import { type Count, nothing } from './count.ts';
import { runAloud, testEnvironment } from './run-stage.ts';

/** Every fault of `npm run chaos` in its long form; each row counts as one in its own report, the run as one here. */
export async function chaosStage(sections: readonly string[]): Promise<Count> {
  const code = await runAloud(process.execPath, ['scripts/chaos.ts', ...sections], testEnvironment());
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, failures: ['chaos: see its lines above'] };
}
