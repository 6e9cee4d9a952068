import type { NumberForms } from './invoice-number.ts';
import type { NumberRole } from './remittance-text.ts';

/** How telling a number is by its length, what it is called, and how it is written (see the README). */
export function weightOfNumber(
  key: string,
  forms: NumberForms,
  how: { readonly role: NumberRole; readonly seams: readonly number[]; readonly glued: boolean },
): number {
  const digits = key.replace(/\D+/g, '').length;
  let weight = weightOfLength(key);
  if (key === forms.shortYear) weight -= 2;
  else if (key !== forms.full) weight -= key === forms.bare ? 0.5 : 2;
  const offset = forms.full.length - (key === forms.full ? key.length : forms.bare.length);
  if (key === forms.full || key === forms.bare) {
    for (const seam of how.seams) {
      if (forms.groups.includes(seam + offset)) continue;
      // A short number is not put together from stray digits.
      if (digits < 6) return 0;
      weight -= 0.7;
    }
  } else if (how.seams.length > 0 && how.seams.length + 1 !== digitGroups(forms)) return 0;
  if (how.role === 'invoice') weight += digits <= 4 ? 3 : 1.5;
  if (how.role === 'reference') weight += 0.5;
  if (how.role === 'customer') weight -= 8;
  if (how.role === 'other') weight -= 6;
  if (how.glued) weight -= 2.5;
  return weight;
}

/** How telling a text of letters and digits is by its length alone; less when it may be a year or a day. */
export function weightOfLength(key: string): number {
  const letters = key.replace(/\d+/g, '').length;
  const digits = key.length - letters;
  const size = digits + (letters > 0 && digits >= 3 ? 2 : 0);
  const weight = size >= 7 ? 10 : ([0, 0.5, 1, 2.5, 4.5, 7, 9][size] ?? 10);
  if (letters === 0 && /^(?:19|20)\d\d$/.test(key)) return 2;
  return letters === 0 && isDayWritten(key) ? weight - 2 : weight;
}

function digitGroups(forms: NumberForms): number {
  return forms.groups.filter((group) => /\d/.test(forms.full[group]!)).length;
}

function isDayWritten(key: string): boolean {
  return /^(?:20[1-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])20[1-4]\d)$/.test(
    key,
  );
}
