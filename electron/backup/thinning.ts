/** Backups that always stay, however old. */
const kept = 10;
const keptOfToday = 3;

/**
 * Which backups may go. Ten always stay: the newest three of today, then the newest of each earlier day, and when those
 * are fewer than ten the newest of the others.
 */
export function backupsToRemove<T extends { readonly id: string; readonly at: string }>(
  backups: readonly T[],
  today: string,
): T[] {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
  const perDay = new Map<string, number>();
  const byRule = newestFirst.filter((backup) => {
    const day = backup.at.slice(0, 10);
    const count = (perDay.get(day) ?? 0) + 1;
    perDay.set(day, count);
    return count <= (day === today ? keptOfToday : 1);
  });
  const stays = new Set(byRule.slice(0, kept));
  for (const backup of newestFirst) if (stays.size < kept) stays.add(backup);
  return newestFirst.filter((backup) => !stays.has(backup));
}
