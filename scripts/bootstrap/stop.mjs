/** Ends the start with one sentence for the person who typed the command. */
export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
