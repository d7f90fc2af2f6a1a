import { spawn } from 'node:child_process';

export type RunResult = { readonly code: number; readonly output: string };

/** Runs a program of node_modules/.bin, or a script, to its end, keeping what it says. */
export function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The path of a program that an installed package brings. */
export function bin(name: string): string {
  return `${import.meta.dirname}/../../node_modules/.bin/${name}`;
}
