import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Administration, newAdministration } from '#shared/domain/administration.ts';
import { hashText } from '#shared/domain/event.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { identifyIban } from '#shared/identifiers/iban.ts';
import { Stop, unreadable } from './answer.ts';

const { t } = createTranslator('nl');

const text = z.string().trim().min(1);
const optionalText = text.nullish().transform((value) => value ?? null);

/** `--administration FILE.json`: name and iban are required, unknown fields are ignored. */
const administrationFile = z.object({
  name: text,
  iban: text,
  legalForm: optionalText,
  address: z
    .object({
      street: z.string().default(''),
      postalCode: z.string().default(''),
      city: z.string().default(''),
      country: z
        .string()
        .default('NL')
        .transform((value) => value.toUpperCase()),
    })
    .nullish()
    .transform((value) => value ?? null),
  kvk: optionalText,
  vatId: optionalText,
  gAccount: optionalText,
  email: optionalText,
  phone: optionalText,
  deductsVat: z.boolean().default(true),
  vatScheme: z.enum(['factuur', 'kas', 'vrijgesteld']).default('factuur'),
  vatPeriod: z.enum(['month', 'quarter', 'year']).default('quarter'),
  termDays: z.int().min(0).max(365).default(30),
  toleranceCents: z.int().min(0).default(500),
  correctionDays: z.int().min(0).max(30).default(3),
  language: z.enum(['nl', 'en', 'de', 'fr']).default('nl'),
  sender: z.enum(['client', 'office']).default('client'),
  wki: z
    .object({ ground: z.string().default(''), number: z.string().default('') })
    .nullish()
    .transform((value) => value ?? null),
});

/** Reads an administration description; stops with 3 when the file cannot be read, or a field is missing or wrong. */
export async function readAdministration(path: string): Promise<Administration> {
  const source = await readFile(path, 'utf8').catch(() => {
    throw new Stop(unreadable('not-found', `Het bestand met de administratie is niet te lezen: ${path}`));
  });
  let json: unknown;
  try {
    json = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    throw new Stop(unreadable('not-json', `Het bestand met de administratie is geen geldige JSON: ${path}`));
  }
  const read = administrationFile.safeParse(json);
  if (!read.success) {
    const fields = read.error.issues.map((issue) => issue.path.join('.') || 'bestand').join(', ');
    throw new Stop(unreadable('wrong-administration', `De administratie mist iets of is onjuist: ${fields}`));
  }
  const { data } = read;
  const iban = accountOf('IBAN', data.iban);
  const gAccount = data.gAccount && accountOf('IBAN van de G-rekening', data.gAccount);
  return newAdministration({ ...data, id: `adm-${hashText(`${data.name}|${iban}`).slice(0, 12)}`, iban, gAccount });
}

/** Where debtors are told to pay: no letter bears an account that cannot be one. */
function accountOf(what: string, given: string): string {
  const { normalised, reason } = identifyIban(given);
  if (normalised !== null) return normalised;
  const why = t(`identifiers.reason.${reason}`);
  throw new Stop(unreadable('wrong-administration', `De ${what} van de administratie klopt niet: ${given}. ${why}`));
}
