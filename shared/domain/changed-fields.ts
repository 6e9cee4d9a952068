import { canonicalJson } from './canonical.ts';
import type { EventData } from './event.ts';

/**
 * What an event says of a changed record: the names of the fields that differ, and the new value of each that is plain.
 * Null when nothing differs.
 */
export function changedFields(before: object, after: object): EventData | null {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  // A field that was left out altogether was taken away: as good as null.
  for (const name of old.keys()) if (!now.has(name)) now.set(name, null);
  const fields = [...now].filter(([name, value]) => canonicalJson(old.get(name)) !== canonicalJson(value));
  if (fields.length === 0) return null;
  const plain = fields.filter(([, value]) => value === null || typeof value !== 'object');
  return { ...Object.fromEntries(plain), fields: fields.map(([name]) => name) } as EventData;
}
