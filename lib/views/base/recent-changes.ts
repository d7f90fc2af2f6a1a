/** So long what was heard is remembered: a page that opens its line later than this after it was rendered looks at everything again. */
const rememberedMs = 60_000;
const mostRemembered = 5_000;

/** Clocks of machines differ a little, and a page reads for a while: what was heard so shortly before it was rendered may be missing in it. */
const marginMs = 5_000;

/** The latest changes that reached a process, so that a page can request those it missed between its rendering and its line. */
export class RecentChanges<T> {
  #heard: { readonly at: number; readonly message: T }[] = [];
  /** Everything since then was heard; null: nothing is being heard. */
  #from: number | null = null;

  begin(now: number): void {
    this.#heard = [];
    this.#from = now;
  }

  end(): void {
    this.#from = null;
  }

  remember(message: T, now: number): void {
    if (this.#from === null) return;
    this.#heard.push({ at: now, message });
    const oldest = now - rememberedMs;
    const expired = this.#heard.findIndex(({ at }) => at >= oldest);
    const first = Math.max(expired, this.#heard.length - mostRemembered, 0);
    const dropped = this.#heard.splice(0, first).at(-1);
    if (dropped) this.#from = Math.max(this.#from, dropped.at + 1);
  }

  /** Every message that a page rendered at `renderedAt` may lack; null: not all of them are known. */
  since(renderedAt: number): readonly T[] | null {
    const first = renderedAt - marginMs;
    if (this.#from === null || first < this.#from) return null;
    return this.#heard.filter(({ at }) => at >= first).map(({ message }) => message);
  }
}
