type Waiting<In, Out> = {
  readonly items: readonly In[];
  readonly resolve: (out: readonly Out[]) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Group commit: callers that arrive while a write is under way share the next one, and each still waits for its own commit. One write in
 * flight, at most `limit` items in it (a single larger call goes alone). `write` answers in the order of its items.
 */
export class Gathering<In, Out> {
  #waiting: Waiting<In, Out>[] = [];
  #running: Promise<void> | undefined;
  readonly #write: (items: readonly In[]) => Promise<readonly Out[]>;
  readonly #limit: number;

  constructor(write: (items: readonly In[]) => Promise<readonly Out[]>, limit: number) {
    this.#write = write;
    this.#limit = limit;
  }

  add(items: readonly In[]): Promise<readonly Out[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves once nothing is waiting or under way. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // Let the requests that are already on the wire be read before the first write is closed.
    await new Promise((resume) => setImmediate(resume));
    while (this.#waiting.length > 0) await this.#writeSome(this.#take());
    this.#running = undefined;
  }

  #take(): Waiting<In, Out>[] {
    let count = 0;
    let end = 0;
    for (const { items } of this.#waiting) {
      if (end > 0 && count + items.length > this.#limit) break;
      count += items.length;
      end += 1;
    }
    return this.#waiting.splice(0, end);
  }

  async #writeSome(group: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const out = await this.#write(group.flatMap(({ items }) => items));
      let from = 0;
      for (const { items, resolve } of group) {
        resolve(out.slice(from, from + items.length));
        from += items.length;
      }
    } catch (reason) {
      for (const { reject } of group) reject(reason);
    }
  }
}
