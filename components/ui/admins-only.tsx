import { NoAccess } from './no-access.tsx';

/** In the place of a screen of the admins. */
export function AdminsOnly() {
  return <NoAccess why="adminsOnlyHere" />;
}
