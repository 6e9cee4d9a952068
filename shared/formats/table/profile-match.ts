import type { ProfileId } from './fields.ts';
import { type Heading, normalHeading } from './headings.ts';
import { type Profile, profiles } from './profiles.ts';

/**
 * The export these headings are of: the one with the largest share of its marks. With `chosen` the best of that package, however
 * few of its headings are there; null when none is, or the user said it is of none.
 */
export function findProfile(headings: readonly Heading[], chosen: ProfileId | null | undefined): Profile | null {
  if (chosen === null) return null;
  const written = new Set(headings.flatMap(({ text, normal }) => [normal, withEntity(text)]));
  let best: Profile | null = null;
  let bestCount = 0;
  for (const profile of profiles) {
    if (chosen !== undefined && profile.id !== chosen) continue;
    const count = profile.marks.filter((mark) => written.has(mark)).length;
    const enough = chosen !== undefined || count >= profile.least;
    if (!enough || (best && count <= bestCount)) continue;
    best = profile;
    bestCount = count;
  }
  return best;
}

/** `Betalingsconditie: Code` as `betalingsconditie: code`. */
function withEntity(text: string): string {
  const [entity, field] = text.split(':', 2);
  return field === undefined ? '' : `${normalHeading(entity!)}: ${normalHeading(field)}`;
}
