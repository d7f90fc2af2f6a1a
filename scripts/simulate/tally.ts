import type { Answer } from './post.ts';

/** The outcomes of the deliveries, for a line a second and a summary. */
export class Tally {
  #sent = 0;
  #kept = 0;
  #duplicates = 0;
  #quarantined = 0;
  #retries = 0;
  readonly #errors = new Map<string, number>();
  #recent: number[] = [];
  readonly #all: number[] = [];

  answered({ status, duplicates, quarantined, milliseconds, retries }: Answer): void {
    this.#sent += 1;
    this.#duplicates += duplicates;
    this.#quarantined += quarantined;
    this.#retries += retries;
    this.#recent.push(milliseconds);
    this.#all.push(milliseconds);
    if (status === 202) this.#kept += 1;
    else this.#failed(`answered ${status}`);
  }

  lost(reason: string): void {
    this.#sent += 1;
    this.#failed(reason);
  }

  #failed(reason: string): void {
    this.#errors.set(reason, (this.#errors.get(reason) ?? 0) + 1);
  }

  get errors(): number {
    return [...this.#errors.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The counts so far, and the times of what was answered since the last line. */
  line(second: number): string {
    const times = this.#times(this.#recent);
    this.#recent = [];
    return `${String(second).padStart(4)} s  ${this.#counts()}  ${times}`;
  }

  summary(seconds: number): string {
    const rate = seconds > 0 ? (this.#sent / seconds).toFixed(1) : '0';
    const errors = [...this.#errors].map(([reason, count]) => `  ${count} × ${reason}`);
    return [
      `${this.#counts()}  ${this.#times(this.#all)}`,
      `${rate} a second, ${this.#retries} sent again`,
      ...errors,
    ].join('\n');
  }

  #counts(): string {
    const counts = { sent: this.#sent, '202s': this.#kept, duplicates: this.#duplicates };
    const all = { ...counts, quarantined: this.#quarantined, errors: this.errors };
    return Object.entries(all)
      .map(([name, count]) => `${name} ${count}`)
      .join('  ');
  }

  #times(milliseconds: readonly number[]): string {
    return `p50 ${percentile(milliseconds, 0.5).toFixed(0)} ms  p95 ${percentile(milliseconds, 0.95).toFixed(0)} ms`;
  }
}

/** By nearest rank; 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
