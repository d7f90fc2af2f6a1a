import { TookTooLong } from '#lib/db/base/within';

type Waiting<In, Out> = {
  readonly items: readonly In[];
  readonly resolve: (out: readonly Out[]) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Group commit: callers that arrive while a write is under way share the next one, and each still waits for its own commit. One write in
 * flight, at most `limit` items in it (a single larger call goes alone). `write` returns results in the order of its items. Nobody waits
 * longer than `patienceMs`, however long the write takes: a caller whose time is over gets a rejection, and is not written if that has not
 * begun.
 */
export class Gathering<In, Out> {
  #waiting: Waiting<In, Out>[] = [];
  #running: Promise<void> | undefined;
  #writingSince: number | undefined;
  readonly #write: (items: readonly In[]) => Promise<readonly Out[]>;
  readonly #limit: number;
  readonly #patienceMs: number;

  constructor(write: (items: readonly In[]) => Promise<readonly Out[]>, limit: number, patienceMs: number) {
    this.#write = write;
    this.#limit = limit;
    this.#patienceMs = patienceMs;
  }

  add(items: readonly In[]): Promise<readonly Out[]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(waiting), this.#patienceMs);
      const done = () => clearTimeout(timer);
      const waiting: Waiting<In, Out> = {
        items,
        resolve: (out) => {
          done();
          resolve(out);
        },
        reject: (reason) => {
          done();
          reject(reason);
        },
      };
      this.#waiting.push(waiting);
      this.#running ??= this.#run();
    });
  }

  /** The milliseconds for which the present write has run; 0 when there is none. */
  writingForMs(): number {
    return this.#writingSince === undefined ? 0 : performance.now() - this.#writingSince;
  }

  #giveUp(waiting: Waiting<In, Out>): void {
    const at = this.#waiting.indexOf(waiting);
    if (at >= 0) this.#waiting.splice(at, 1);
    waiting.reject(new TookTooLong(`nothing was kept within ${this.#patienceMs / 1000} s`));
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
    this.#writingSince = performance.now();
    try {
      const out = await this.#write(group.flatMap(({ items }) => items));
      let from = 0;
      for (const { items, resolve } of group) {
        resolve(out.slice(from, from + items.length));
        from += items.length;
      }
    } catch (reason) {
      for (const { reject } of group) reject(reason);
    } finally {
      this.#writingSince = undefined;
    }
  }
}
