import type { System } from '#lib/domain/base/system';

/** The systems by their usual names: proper names, the same in every language. */
export const systemName: Readonly<Record<System, string>> = {
  osigu: 'Osigu',
  photon: 'Photon Health',
  medication: 'Medication Service',
  scriptline: 'Scriptline',
};

/** The sender that an id of ours begins with: `osigu:pat_1` is Osigu's. */
export function systemOfId(id: string): string {
  const system = id.slice(0, id.indexOf(':'));
  return Object.entries(systemName).find(([name]) => name === system)?.[1] ?? system;
}
