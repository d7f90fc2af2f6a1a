import { type LucideIcon, Mail, PencilLine, Pill, ShieldAlert } from 'lucide-react';
import type { Lane } from '#lib/domain/ledger/timeline';

/** The four lanes: prescribing, email, dispensing and safety. */
export const laneIcons: Readonly<Record<Lane, LucideIcon>> = {
  written: PencilLine,
  reach: Mail,
  fill: Pill,
  safety: ShieldAlert,
};

/** The first column holds the time. */
export const laneColumns: Readonly<Record<Lane, string>> = {
  written: 'lg:col-start-2',
  reach: 'lg:col-start-3',
  fill: 'lg:col-start-4',
  safety: 'lg:col-start-5',
};
