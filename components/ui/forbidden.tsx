import { NoAccess } from './no-access.tsx';

/** In the place of a screen of the pharmacy. */
export function ForbiddenScreen() {
  return <NoAccess why="pharmacistsOnly" />;
}
