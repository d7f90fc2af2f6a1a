import {
  Activity,
  ArrowLeftRight,
  BellRing,
  BookLock,
  BookUser,
  CalendarClock,
  FileText,
  Hourglass,
  Inbox,
  KeyRound,
  ListChecks,
  type LucideIcon,
  MailWarning,
  Package,
  Pill,
  PlugZap,
  Radio,
  RefreshCw,
  Settings,
  ShieldCheck,
  Siren,
  Sun,
  TriangleAlert,
  Undo2,
  UsersRound,
  UserX,
  Webhook,
} from 'lucide-react';
import type { Role } from '#lib/domain/base/scope';

export type NavEntry = {
  readonly name:
    | 'flow'
    | 'recalls'
    | 'replays'
    | 'alerts'
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
    | 'dead-letters'
    | 'sources'
    | 'downstream'
    | 'legacy'
    | 'unassigned'
    | 'patients'
    | 'access'
    | 'settings'
    | 'directories'
    | 'register'
    | 'retention';
  readonly href: string;
  readonly icon: LucideIcon;
};

/** Entries that belong together; a role with one group has no use for its name. */
export type NavGroup = {
  readonly name: 'work' | 'care' | 'records' | 'data' | 'connections' | 'house';
  readonly entries: readonly NavEntry[];
};

const prescriptions: NavEntry = { name: 'prescriptions', href: '/prescriptions', icon: FileText };
const patients: NavEntry = { name: 'patients', href: '/patients', icon: UsersRound };
const directories: NavEntry = { name: 'directories', href: '/directories', icon: BookUser };

const doctor: readonly NavGroup[] = [
  { name: 'work', entries: [{ name: 'follow-ups', href: '/follow-ups', icon: Inbox }, prescriptions, patients] },
];

const pharmacist: readonly NavGroup[] = [
  {
    name: 'work',
    entries: [
      { name: 'today', href: '/today', icon: Sun },
      { name: 'queue', href: '/queue', icon: ListChecks },
      { name: 'dispenses', href: '/dispenses', icon: Pill },
      { name: 'stock', href: '/stock', icon: Package },
      { name: 'expiry', href: '/expiry', icon: CalendarClock },
      { name: 'returns', href: '/returns', icon: Undo2 },
    ],
  },
  {
    name: 'care',
    entries: [
      { name: 'recalls', href: '/recalls', icon: Siren },
      { name: 'alerts', href: '/alerts', icon: BellRing },
      { name: 'register', href: '/register', icon: BookLock },
      { name: 'safety', href: '/safety', icon: ShieldCheck },
    ],
  },
  { name: 'records', entries: [prescriptions, patients, directories] },
];

const admin: readonly NavGroup[] = [
  {
    name: 'work',
    entries: [
      { name: 'flow', href: '/flow', icon: Activity },
      { name: 'incidents', href: '/incidents', icon: TriangleAlert },
      { name: 'unassigned', href: '/unassigned', icon: UserX },
    ],
  },
  {
    name: 'data',
    entries: [
      { name: 'dead-letters', href: '/dead-letters', icon: MailWarning },
      { name: 'replays', href: '/replays', icon: RefreshCw },
      { name: 'events', href: '/events', icon: Radio },
      prescriptions,
    ],
  },
  {
    name: 'connections',
    entries: [
      { name: 'sources', href: '/sources', icon: PlugZap },
      { name: 'downstream', href: '/downstream', icon: Webhook },
      { name: 'legacy', href: '/legacy', icon: ArrowLeftRight },
    ],
  },
  {
    name: 'house',
    entries: [
      directories,
      { name: 'access', href: '/access', icon: KeyRound },
      { name: 'retention', href: '/retention', icon: Hourglass },
      { name: 'settings', href: '/settings', icon: Settings },
    ],
  },
];

/** The screens of a role, its home first. */
export const navGroups: Readonly<Record<Role, readonly NavGroup[]>> = { doctor, pharmacist, admin };
