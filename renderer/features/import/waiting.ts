import { type DroppedFile, laidBeside } from '#renderer/ui/dropped-files.ts';
import type { DropUnit } from '#shared/domain/drop/drop.ts';

/** Files that wait for their administration to be opened. */
export interface WaitingGroup {
  readonly book: string;
  readonly name: string;
  readonly files: readonly DroppedFile[];
  /** What is known of them: one per import they will become. */
  readonly units: readonly Pick<DropUnit, 'id' | 'files' | 'format' | 'kind'>[];
}

/** The groups with these files laid with those of their administration; a unit that is known there is not told twice. */
export function withWaiting(
  groups: readonly WaitingGroup[],
  book: string,
  name: string,
  files: readonly DroppedFile[],
  units: WaitingGroup['units'],
): readonly WaitingGroup[] {
  const known = groups.find((group) => group.book === book);
  const ids = new Set(known?.units.map(({ id }) => id));
  const group: WaitingGroup = {
    book,
    name,
    files: laidBeside(known?.files ?? [], files),
    units: [
      ...(known?.units ?? []),
      ...units
        .filter(({ id }) => !ids.has(id))
        .map(({ id, files: names, format, kind }) => ({ id, files: names, format, kind })),
    ],
  };
  return known ? groups.map((other) => (other === known ? group : other)) : [...groups, group];
}
