import { z } from 'zod';
import { isIsoDate } from '../../dates/civil.ts';
import { rateKinds } from '../../law/rate-table.ts';
import type { LetterPlan } from '../letter.ts';
import { channels, letterKinds } from '../policy.ts';

const text = z.string().max(2000);
const optionalText = text.nullable();
const date = z.string().refine(isIsoDate, 'no existing date YYYY-MM-DD');
const cents = z.int();
const language = z.enum(['nl', 'en', 'de', 'fr']);
const currency = z.string().regex(/^[A-Z]{3}$/);

const address = z.object({ street: text, postalCode: text, city: text, country: text });

const creditor = z.object({
  id: text,
  name: text,
  legalForm: optionalText,
  address: address.nullable(),
  kvk: optionalText,
  vatId: optionalText,
  iban: text,
  gAccount: optionalText,
  email: optionalText,
  phone: optionalText,
  website: optionalText,
  deductsVat: z.boolean(),
  vatScheme: z.enum(['factuur', 'kas', 'vrijgesteld']),
  vatPeriod: z.enum(['month', 'quarter', 'year']),
  termDays: z.int(),
  toleranceCents: cents,
  correctionDays: z.int(),
  staleAfterDays: z.int(),
  minimumIntervalDays: z.int(),
  language,
  sender: z.enum(['client', 'office']),
  dayCount: z.enum(['365', 'actual']).exactOptional(),
  postalDays: z.union([z.literal(2), z.literal(3)]).exactOptional(),
  signatory: optionalText,
  wki: z.object({ ground: text, number: text }).nullable(),
  window: z.object({ side: z.enum(['left', 'right']), offsetXMm: z.number(), offsetYMm: z.number() }),
  logo: z.object({ fileId: text, mime: z.enum(['image/png', 'image/jpeg']), widthMm: z.number() }).nullable(),
  accentColor: optionalText,
});

const letterItem = z
  .object({
    itemId: text,
    cycle: z.int(),
    number: text,
    kind: z.enum(['invoice', 'credit', 'receipt', 'deposit', 'advance']),
    date: date.nullable(),
    dueDate: date.nullable(),
    dueDerived: z.boolean(),
    total: cents,
    paid: cents,
    open: cents,
    claimed: cents,
    yourReference: optionalText,
    description: text.exactOptional(),
    paymentLink: optionalText,
    payments: z
      .array(z.object({ date, amount: cents, by: z.enum(['money', 'list', 'let-go']) }))
      .min(1)
      .max(1000)
      .exactOptional(),
  })
  .refine((line) => line.total - line.paid === line.open, 'total less paid is not open');

function sum<T>(list: readonly T[], amount: (entry: T) => number): number {
  return list.reduce((total, entry) => total + amount(entry), 0);
}

/** Charges are claimed as they were reckoned, or only shown. */
function isAllOrNone(claimed: number, reckoned: number | undefined): boolean {
  return claimed === 0 || claimed === reckoned;
}

const explanation = z.array(
  z.object({
    key: text,
    values: z.record(
      z.string(),
      z.union([
        z.strictObject({ cents }),
        z.strictObject({ date }),
        z.strictObject({ percent: text }),
        z.strictObject({ count: z.int() }),
        z.strictObject({ text }),
      ]),
    ),
    amount: cents.nullable(),
    article: optionalText,
    source: optionalText,
  }),
);

const jurisdiction = z.enum(['NL', 'BE', 'none']);

const charges = z.object({
  jurisdiction,
  interest: z
    .object({
      kind: z.enum([...rateKinds, 'contract']),
      dayCount: z.enum(['365', 'actual']),
      until: date,
      items: z.array(
        z
          .object({
            itemId: text,
            number: text,
            from: date,
            lines: z.array(
              z.object({
                from: date,
                toIncl: date,
                days: z.int(),
                percent: text,
                base: cents,
                denominator: z.int(),
                interest: cents,
              }),
            ),
            total: cents,
          })
          .refine((item) => sum(item.lines, (line) => line.interest) === item.total, 'interest lines do not add up'),
      ),
      total: cents,
      perDay: cents,
      stale: z.boolean(),
      steps: explanation,
    })
    .refine((own) => sum(own.items, (item) => item.total) === own.total, 'interest items do not add up')
    .nullable(),
  costs: z
    .object({
      base: cents,
      costs: cents,
      vat: cents,
      total: cents,
      vatPercent: z.number().nullable(),
      steps: explanation,
    })
    .refine((own) => own.costs + own.vat === own.total, 'costs and VAT do not add up')
    .nullable(),
  interestClause: text.exactOptional(),
  costsClause: text.exactOptional(),
  waived: z.array(z.enum(['interest', 'costs'])).exactOptional(),
});

const amounts = z
  .object({ principal: cents, interest: cents, costs: cents, costsAnnounced: cents, total: cents })
  .refine((own) => own.principal + own.interest + own.costs === own.total, 'parts do not add up to the total');

/** Checks a plan that comes from outside this process: its shape, and that its amounts add up (criterion B1). */
export const letterPlanSchema = z
  .object({
    // Names a folder on disk, so never `.` or `..`.
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
    kind: z.enum(letterKinds),
    language,
    date,
    deadline: date.nullable(),
    creditor,
    debtor: z.object({
      id: z.int(),
      code: text,
      name: text,
      contact: optionalText,
      kind: z.enum(['business', 'consumer', 'public', 'unknown']),
      address: address.nullable(),
      email: optionalText,
      jurisdiction: jurisdiction.exactOptional(),
    }),
    currency,
    items: z.array(letterItem),
    credits: z.array(letterItem),
    alsoOpen: z.array(letterItem),
    amounts,
    paymentReference: text,
    ourReference: text.exactOptional(),
    processedUntil: date,
    channels: z.array(z.enum(channels)),
    policy: z.object({ id: text, version: z.int(), stepId: text }),
    nextKind: z.enum([...letterKinds, 'collection-ready']).nullable(),
    termAgreed: z.literal(true).exactOptional(),
    charges: charges.exactOptional(),
    costsDueFrom: date.exactOptional(),
  })
  .refine(
    (plan) => sum([...plan.items, ...plan.credits], (line) => line.claimed) === plan.amounts.principal,
    'lines do not add up to the principal',
  )
  .refine(
    ({ amounts: own, charges: by }) =>
      isAllOrNone(own.interest, by?.interest?.total) &&
      isAllOrNone(own.costs + own.costsAnnounced, by?.costs?.total) &&
      (own.costs === 0 || own.costsAnnounced === 0),
    'amounts are not those of the charges',
  )
  .refine(
    ({ charges: by }) => (by?.interest?.kind === 'contract') === (by?.interestClause !== undefined),
    'agreed interest and its clause go together',
  )
  .refine(
    ({ kind, deadline, amounts: own, costsDueFrom }) =>
      kind === 'fourteen-day-letter'
        ? deadline === null && own.interest === 0 && own.costs === 0
        : costsDueFrom === undefined,
    'a veertiendagenbrief announces costs and claims the principal only',
  ) satisfies z.ZodType<LetterPlan>;
