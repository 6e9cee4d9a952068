/** A KvK number: eight digits. Spaces and dots are left out; null for anything else. */
export function parseKvk(text: string): string | null {
  const digits = text.replace(/[\s.]/g, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

/**
 * A VAT identification number of an EU country in its form, upper case without spaces and dots: `NL123456789B01`. Only the
 * form is judged; whether it was issued can be asked of VIES, not of this computer. Null for anything else.
 */
export function parseVatId(text: string): string | null {
  const id = text.replace(/[\s.]/g, '').toUpperCase();
  if (id.startsWith('NL')) return /^NL\d{9}B\d{2}$/.test(id) ? id : null;
  return /^[A-Z]{2}[A-Z0-9+*]{2,12}$/.test(id) ? id : null;
}
