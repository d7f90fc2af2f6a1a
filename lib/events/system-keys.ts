import type { System } from '#lib/domain/base/system';
import type { Change } from '#lib/domain/ledger/change';
import { externalKey, type Subject, type SubjectKind } from '#lib/domain/ledger/timeline';

/** Keys and subjects of one system, whose ids mean nothing outside it. */
export function systemKeys(system: System) {
  function key(id: string): string;
  function key(id: string | undefined): string | undefined;
  function key(id: string | undefined): string | undefined {
    return id === undefined ? undefined : externalKey(system, id);
  }
  function about(kind: SubjectKind, id: string | undefined): Subject | undefined {
    return id === undefined ? undefined : { kind, id: externalKey(system, id) };
  }
  return { key, about };
}

/** The changes that the supplied values permit. */
export function changes(...all: readonly (Change | undefined)[]): readonly Change[] {
  return all.filter((change) => change !== undefined);
}
