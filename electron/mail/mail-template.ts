import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';
import type { SafeHtml } from './safe-html.ts';

export type MailSlot =
  | 'LANGUAGE'
  | 'HEADING'
  | 'PREVIEW'
  | 'CREDITOR'
  | 'INTRO'
  | 'PAYMENT'
  | 'ITEMS'
  | 'AFTER'
  | 'FOOT';

/** Fills the compiled mail; every value has been escaped, by its type. */
export type MailTemplate = (values: Readonly<Record<MailSlot, SafeHtml>>, accent: string) => string;

/** Colour the template is compiled with, where the accent goes. */
const accentSlot = '#0a0b0c';

/**
 * Compiles assets/mail/letter.mjml, once per worker: MJML sees no value of a letter. Fails when the template is not
 * valid MJML or names an unknown slot.
 */
export async function compileMail(assetsFolder: string): Promise<MailTemplate> {
  const source = readFileSync(join(assetsFolder, 'mail', 'letter.mjml'), 'utf8');
  // No web fonts: a mail fetches nothing.
  const compiled = await mjml2html(source, { validationLevel: 'strict', fonts: {}, keepComments: false });
  const parts = compiled.html.split(/@@([A-Z]+)@@/);
  return (values, accent) => {
    const filled = parts.map((part, index) => {
      if (index % 2 === 0) return part.replaceAll(accentSlot, accent);
      const value = values[part as MailSlot];
      if (value === undefined) throw new Error(`unknown slot ${part} in the mail template`);
      return value;
    });
    return filled.join('');
  };
}
