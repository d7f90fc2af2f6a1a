import { legacySubjects } from '#lib/events/legacy-subjects';
import type { Cast } from './clinic.ts';
import type { Step } from './story.ts';

/** The same fact under its legacy name, with an id of its own, as it comes during the dual-publish window; null where there is no such name. */
export function legacyTwin({ ids, random }: Cast, step: Step): Step | null {
  const names = [...legacySubjects].filter(([, subject]) => subject === step.type).map(([name]) => name);
  if (names.length === 0) return null;
  const [type, messageId] = [random.pick(names), ids.next('evt')];
  return { ...step, type, messageId, body: (at) => ({ ...step.body(at), type, id: messageId }) };
}
