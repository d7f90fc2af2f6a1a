import {
  BookLock,
  BookUser,
  CalendarClock,
  FileText,
  Inbox,
  ListChecks,
  type LucideIcon,
  Package,
  Pill,
  Radio,
  ShieldCheck,
  Siren,
  Sun,
  TriangleAlert,
  Undo2,
  UsersRound,
  UserX,
} from 'lucide-react';
import type { Role } from '#lib/domain/scope';

export type Place = {
  readonly name:
    | 'recalls'
    | 'today'
    | 'queue'
    | 'dispenses'
    | 'stock'
    | 'expiry'
    | 'returns'
    | 'safety'
    | 'prescriptions'
    | 'events'
    | 'follow-ups'
    | 'incidents'
    | 'unassigned'
    | 'patients'
    | 'directories'
    | 'register';
  readonly href: string;
  readonly icon: LucideIcon;
};

const prescriptions: Place = { name: 'prescriptions', href: '/prescriptions', icon: FileText };
const events: Place = { name: 'events', href: '/events', icon: Radio };

const followUps: Place = { name: 'follow-ups', href: '/follow-ups', icon: Inbox };
const incidents: Place = { name: 'incidents', href: '/incidents', icon: TriangleAlert };
const unassigned: Place = { name: 'unassigned', href: '/unassigned', icon: UserX };

const patients: Place = { name: 'patients', href: '/patients', icon: UsersRound };
const directories: Place = { name: 'directories', href: '/directories', icon: BookUser };

const register: Place = { name: 'register', href: '/register', icon: BookLock };

const recalls: Place = { name: 'recalls', href: '/recalls', icon: Siren };

const pharmacy: readonly [Place, ...Place[]] = [
  { name: 'today', href: '/today', icon: Sun },
  { name: 'queue', href: '/queue', icon: ListChecks },
  { name: 'dispenses', href: '/dispenses', icon: Pill },
  { name: 'stock', href: '/stock', icon: Package },
  { name: 'expiry', href: '/expiry', icon: CalendarClock },
];
const returns: Place = { name: 'returns', href: '/returns', icon: Undo2 };
const safety: Place = { name: 'safety', href: '/safety', icon: ShieldCheck };

/** Where a role may go, its home first. */
export const places: Readonly<Record<Role, readonly [Place, ...Place[]]>> = {
  doctor: [followUps, prescriptions, patients],
  pharmacist: [...pharmacy, recalls, register, returns, safety, prescriptions, patients, directories],
  admin: [events, prescriptions, incidents, unassigned, directories],
};
