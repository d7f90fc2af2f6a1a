import type { Cast } from './clinic.ts';
import { batchOf, binaryOf, deliveryOf, type SimulatedDelivery } from './delivery.ts';
import { contradicting, drawFault } from './faults.ts';
import { openingShelves } from './opening-shelves.ts';
import { drawStory } from './stories.ts';
import type { Step } from './story.ts';

/** The shares of the traffic. The rest comes once, in order, as its source usually sends it. */
const shares = { repeated: 0.03, malformed: 0.02, contradicting: 0.005, late: 0.04, batched: 0.03, binary: 0.02 };
type Turn = keyof typeof shares | 'plain';

const openStories = 24;
/** So many packs of each medicine are there at the beginning. */
const fullShelf = 60;
const remembered = 60;
const mostInABatch = 12;
const latestAfter = 40;
/** Any mode of CloudEvents is taken here. */
const anyMode = 'demo-standard';
const ofDemo = ({ source }: Step) => source === 'demo-medication';

/** Mostly the first cast's clinic, now and then another. */
export type Casts = { readonly main: Cast; readonly other: Cast };

/**
 * A day in a pharmacy, sped up, without an end: many stories at once, each step dated when it is drawn. Some come twice, late, in a batch, or
 * wrong. First the shelves are filled. The same choices for the same seed; only the times differ.
 */
export class Traffic {
  readonly #casts: Casts;
  readonly #now: () => Date;
  readonly #open: Step[][] = [];
  readonly #sent: { readonly step: Step; readonly at: Date; readonly delivery: SimulatedDelivery }[] = [];
  readonly #openings: Step[];
  readonly #late: { readonly delivery: SimulatedDelivery; after: number }[] = [];

  constructor(casts: Casts, now: () => Date) {
    this.#casts = casts;
    this.#now = now;
    this.#openings = [casts.main, casts.other].flatMap((cast) => [
      ...openingShelves(cast, ({ quantity }) => quantity * fullShelf),
    ]);
  }

  next(): SimulatedDelivery {
    const opening = this.#openings.shift();
    if (opening) return this.#plain(opening);
    for (const waiting of this.#late) waiting.after -= 1;
    const due = this.#late.findIndex(({ after }) => after <= 0);
    const [overdue] = due < 0 ? [] : this.#late.splice(due, 1);
    return overdue?.delivery ?? this.#turn(this.#draw()) ?? this.#plain(this.#step());
  }

  #draw(): Turn {
    let dice = this.#random.real();
    for (const turn of ['repeated', 'malformed', 'contradicting', 'late', 'batched', 'binary'] as const) {
      dice -= shares[turn];
      if (dice < 0) return turn;
    }
    return 'plain';
  }

  /** Null when this turn cannot be taken now: nothing was sent yet, or no story is that far. */
  #turn(turn: Turn): SimulatedDelivery | null {
    const { random, ids } = this.#casts.main;
    const at = this.#now();
    switch (turn) {
      case 'plain':
        return null;
      case 'repeated':
        return this.#sent.length === 0 ? null : random.pick(this.#sent).delivery;
      case 'contradicting': {
        if (this.#sent.length === 0) return null;
        const { step, at: first } = random.pick(this.#sent);
        return contradicting(step, first);
      }
      case 'malformed': {
        // From a story that goes no further, so that no other event misses it.
        const [step] = drawStory(this.#cast());
        return step ? drawFault(random, step)(step, at) : null;
      }
      case 'late': {
        this.#late.push({ delivery: this.#plain(this.#step()), after: random.int(1, latestAfter) });
        return null;
      }
      case 'batched': {
        const steps = Array.from({ length: random.int(2, mostInABatch) }, () => this.#find(ofDemo));
        const bodies = steps.flatMap((step) => (step ? [step.body(at)] : []));
        return bodies.length === 0 ? null : batchOf(anyMode, ids.next('msg'), bodies);
      }
      case 'binary': {
        const step = this.#find(ofDemo);
        return step ? binaryOf(anyMode, step.body(at)) : null;
      }
    }
  }

  get #random() {
    return this.#casts.main.random;
  }

  #cast(): Cast {
    return this.#random.chance(0.85) ? this.#casts.main : this.#casts.other;
  }

  #find(suits: (step: Step) => boolean): Step | undefined {
    while (this.#open.length < openStories) this.#open.push([...drawStory(this.#cast())]);
    const suitable = this.#open.filter(([step]) => step !== undefined && suits(step));
    if (suitable.length === 0) return undefined;
    const story = this.#random.pick(suitable);
    const step = story.shift();
    if (story.length === 0) this.#open.splice(this.#open.indexOf(story), 1);
    return step;
  }

  #step(): Step {
    const step = this.#find(() => true);
    if (!step) throw new Error('Every story has a step');
    return step;
  }

  #plain(step: Step): SimulatedDelivery {
    const at = this.#now();
    const delivery = deliveryOf(step, at);
    this.#sent.push({ step, at, delivery });
    if (this.#sent.length > remembered) this.#sent.shift();
    return delivery;
  }
}
