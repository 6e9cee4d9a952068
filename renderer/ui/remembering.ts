import type { TFunction } from 'i18next';

/** A translator whose answers are remembered. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Remembers what a translator said: cells of a long list ask for the same few texts again with every row that comes. */
export function remembering(t: TFunction): Say {
  const known = new Map<string, string>();
  return (key, params) => {
    const asked = params ? `${key} ${JSON.stringify(params)}` : key;
    let said = known.get(asked);
    if (said === undefined) {
      said = params ? t(key, params) : t(key);
      known.set(asked, said);
    }
    return said;
  };
}
