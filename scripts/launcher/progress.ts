/** Says what a long step does, keeps saying so every 15 seconds, and how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${what} …`);
  const beat = setInterval(() => console.log(`  … still at it after ${seconds()} s`), 15_000);
  try {
    const result = await work();
    console.log(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(beat);
  }
}
