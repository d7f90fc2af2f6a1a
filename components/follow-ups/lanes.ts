import { type LucideIcon, MailX, PackageX, PauseCircle, Siren, Truck } from 'lucide-react';
import type { FollowUpKind } from '#lib/domain/follow-ups/follow-up-kind';

export const followUpLaneIcons: Readonly<Record<FollowUpKind, LucideIcon>> = {
  not_delivered: MailX,
  order_problem: Truck,
  not_picked_up: PackageX,
  on_hold: PauseCircle,
  recall: Siren,
};

/** Lanes in which an email can help: their rows open the drawer, the others the prescription. */
export function helpedByMail(lane: FollowUpKind): boolean {
  return lane === 'not_delivered' || lane === 'not_picked_up';
}
