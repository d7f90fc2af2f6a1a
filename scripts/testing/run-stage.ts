import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bin } from '#scripts/launcher/run';
import { type Count, countPlaywright, countVitest } from './count.ts';
import { laneVariable, type TestLane } from './lane.ts';

/** The instance settings of the person's own shell are no part of a test. */
const OURS =
  /^(PORT|HOST|NODE_ENV|DATABASE_(ADMIN_)?URL|SCRIPTLINE_.*|AUTH_SECRET|ENCRYPTION_KEY|NEXTAUTH_URL|SMTP_URL|OIDC_.*|METRICS_TOKEN|CANARY_.*|WATCH_.*|INGEST_.*|MAX_BODY_BYTES|LOG_LEVEL)$/;

export function testEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
  return { NODE_ENV: 'test', ...environment, NEXT_TELEMETRY_DISABLED: '1', ...more };
}

/** Unit and integration tests, or one of the two; files narrow it down. */
export function runVitest(projects: readonly string[], files: readonly string[], lane: TestLane): Promise<Count> {
  return withReport(async (report) => {
    const chosen = projects.flatMap((project) => ['--project', project]);
    const args = ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files];
    const code = await runAloud(bin('vitest'), args, testEnvironment({ [laneVariable]: lane }));
    return countVitest(readReport(report), code);
  });
}

/** Browser journeys, each worker against a running instance of its own; in its data folder they find what a browser cannot see. */
export function runPlaywright(
  instances: readonly { readonly baseUrl: string; readonly dataDir: string }[],
  more: Readonly<Record<string, string>>,
  args: readonly string[],
  lane: TestLane,
): Promise<Count> {
  return withReport(async (report) => {
    const env = testEnvironment({
      E2E_INSTANCES: JSON.stringify(instances.map(({ baseUrl, dataDir }) => ({ baseUrl, dataDir }))),
      [laneVariable]: lane,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ...more,
    });
    const code = await runAloud(bin('playwright'), ['test', ...args], env);
    return countPlaywright(readReport(report), code);
  });
}

async function withReport(run: (report: string) => Promise<Count>): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), 'scriptline-report-'));
  try {
    return await run(path.join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs a program whose output the person sees; the signal that stops us stops it first. */
export function runAloud(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    const forward = () => child.kill('SIGTERM');
    process.on('SIGTERM', forward).on('SIGINT', forward);
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      process.off('SIGTERM', forward).off('SIGINT', forward);
      resolve(code ?? 1);
    });
  });
}
