import type { JsonObject } from '#lib/domain/base/json/json';
import type { WireFormatName } from '#lib/domain/base/system';
import type { Random } from './random.ts';

/** One event of a story: what its sender posts, once it is known when. Pure: the same instant gives the same body. */
export type Step = {
  /** After the story's beginning, at a pharmacy's own pace. */
  readonly afterSeconds: number;
  /** The key of the source it is posted to. */
  readonly source: string;
  readonly format: WireFormatName;
  readonly type: string;
  readonly messageId: string;
  readonly body: (at: Date) => JsonObject;
};

/** The events of one prescription, or of one shelf, in the order in which they happened. */
export type Story = readonly Step[];

export const secondsBefore = (at: Date, seconds: number) => new Date(at.getTime() - seconds * 1000).toISOString();
export const dateAfter = (at: Date, days: number) =>
  new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);

type Wrap = (type: string, data: (at: Date) => JsonObject, actor?: string) => Omit<Step, 'afterSeconds'>;

/** Tells a story step by step, while time goes by. */
export function storySteps(random: Random, wrap: Wrap) {
  const steps: Step[] = [];
  let afterSeconds = 0;
  return {
    steps,
    wait(fromMinutes: number, toMinutes: number): void {
      afterSeconds += random.int(fromMinutes * 60, toMinutes * 60);
    },
    tell(type: string, data: (at: Date) => JsonObject, actor?: string): void {
      steps.push({ afterSeconds, ...wrap(type, data, actor) });
    },
  };
}
