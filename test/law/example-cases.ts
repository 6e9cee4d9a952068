import { addDays } from '#shared/dates/civil.ts';
import type { LawExample } from '#test/unit/law-examples.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A command, the fields of its answer to look at, and what they must be. */
export interface ExampleCase {
  readonly id: string;
  readonly args: readonly string[];
  readonly expected: Fields;
  /** How the published figure was counted otherwise, where the expected one therefore differs. */
  readonly difference?: string;
}

/** Examples without a command that shows them, and where they are proved instead. */
export const provedElsewhere: Readonly<Record<string, string>> = {
  'PUB-02b': 'several claims and payments at once: imputation.test.ts',
  'PUB-02c': 'several claims and payments at once: imputation.test.ts',
  'PUB-02d': 'several claims and payments at once: imputation.test.ts',
  'PUB-02f': 'several claims and payments at once: imputation.test.ts',
  'PUB-18': 'published with a wrong number of days; its own note says not to use it',
};

const dayBefore = (date: unknown) => addDays(String(date), -1);

/** The commands that show an example; none when {@link provedElsewhere} has it or nobody knows it. */
export function casesOf(example: LawExample): readonly ExampleCase[] {
  const { id } = example;
  const make = byId[id] ?? Object.entries(byPrefix).find(([prefix]) => id.startsWith(prefix))?.[1];
  return make?.(example) ?? [];
}

type Make = (example: LawExample) => readonly ExampleCase[];

const one = (id: string, command: string, expected: Fields): ExampleCase => ({
  id,
  args: command.split(' '),
  expected,
});

const byPrefix: Readonly<Record<string, Make>> = {
  'INT-': interestCases,
  'PAY-': interestCases,
  'BIK-': costsCases,
  'BE-': ({ id, input, expected }) => [
    one(id, `costs --country BE --principal ${input.principal}`, {
      total: expected?.cap,
      vat: '0.00',
    }),
  ],
  'D14-0': noticeCases,
  'D14-1': printedDateCases,
  'TERM-': ({ id, input, expected }) => [
    one(id, `payment-term --received ${input.invoice_received}`, {
      lastPaymentDay: expected?.last_payment_day,
      interestFrom: expected?.interest_from,
    }),
  ],
  'LIM-': ({ id, input, expected }) => [
    one(id, `limitation --due ${input.due_or_judgment} --years ${input.years}`, {
      lastSafeDay: expected?.last_safe_day,
    }),
  ],
  'VAT-': ({ id, input, expected }) => [
    one(id, `${reliefOf(input)} --period quarter`, {
      uncollectableOn: expected?.deemed_uncollectable_on,
      returnPeriod: expected?.return_period,
      returnDue: expected?.return_due,
      vat: expected?.vat_refund,
    }),
  ],
  'PUB-07-': ({ id, input, expected_published }) => [
    one(id, `costs --principal ${input.principal}`, {
      costs: expected_published,
      total: expected_published,
    }),
  ],
};

function reliefOf(input: Fields | undefined): string {
  const { last_payment_day: due, invoice_incl: gross, paid, vat_percent: rate } = input ?? {};
  return `vat-relief --due ${due} --gross ${gross} --paid ${paid} --rate ${rate}`;
}

function interestCases({ id, input, expected = {} }: LawExample): readonly ExampleCase[] {
  const payments = (input.payments ?? []) as readonly Fields[];
  const command = [
    `interest --principal ${input.principal} --kind ${input.kind} --due ${input.last_payment_day}`,
    `--until ${input.paid_on}`,
    ...(input.costs === undefined ? [] : [`--costs ${input.costs}`]),
    ...payments.map(({ date, amount }) => `--payment ${date}:${amount}`),
  ].join(' ');
  const conventions = expected.alternative_conventions as Fields;
  return [
    one(id, command, {
      lines: (expected.lines as readonly Fields[]).map(({ to_incl, ...line }) => ({
        ...line,
        toIncl: to_incl,
      })),
      interestTotal: expected.interest_total,
      interestOpen: expected.accrued_open,
      bearingOpen: expected.bearing_sum_open,
      costsOpen: expected.costs_open,
      totalOpen: expected.total_open,
      allocations: (expected.allocations as readonly Fields[]).map((allocation) => ({
        date: allocation.date,
        costs: allocation.to_costs,
        interest: allocation.to_interest,
        principal: allocation.to_bearing_sum,
        unallocated: allocation.unallocated,
      })),
      stale: false,
    }),
    one(`${id} actual`, `${command} --day-count actual`, { interestTotal: conventions['CAPYEAR/LINE'] }),
  ];
}

function costsCases({ id, input, expected = {} }: LawExample): readonly ExampleCase[] {
  const command = `costs --principal ${input.principal}`;
  const plain = one(id, command, { costs: expected.bik, vat: '0.00', total: expected.bik });
  if (expected.vat_21 === undefined) return [plain];
  const total = expected.bik_incl_vat;
  return [plain, one(`${id} vat`, `${command} --vat 21`, { costs: expected.bik, vat: expected.vat_21, total })];
}

function noticeCases({ id, input, expected = {} }: LawExample): readonly ExampleCase[] {
  const received = input.received === undefined ? '' : ` --received ${input.received}`;
  return [
    one(id, `notice-term --sent ${input.sent}${received}`, {
      presumedReceived: expected.presumed_received,
      lastDay14: expected.last_day_14_full_days,
      lastDay15: expected.last_day_15_days_wording,
      lastDaySafe: expected.last_day_conservative_ATW,
      costsDueFrom: expected.bik_due_from_conservative,
    }),
  ];
}

/** The earliest date a letter may print is the last of fourteen full days. */
function printedDateCases({ id, input, expected = {} }: LawExample): readonly ExampleCase[] {
  return [one(id, `notice-term --sent ${input.sent}`, { lastDay14: expected.earliest_allowed_printed_date })];
}

const check = (id: string, kind: string, value: unknown, expected: Fields): ExampleCase => ({
  id,
  args: ['check', kind, String(value)],
  expected,
});
const isValid = (kind: string, field: string): Make => {
  return ({ id, input, expected }) => [check(id, kind, input[field], { valid: expected?.valid })];
};
const published = ({ expected_published }: LawExample) => expected_published as readonly unknown[];

const byId: Readonly<Record<string, Make>> = {
  'BIK-31': ({ id, input, expected = {} }) => {
    const principals = (input.principals as readonly string[]).map((amount) => `--principal ${amount}`);
    return [one(id, `costs ${principals.join(' ')}`, { base: expected.sum, total: expected.bik })];
  },
  'BIK-32': ({ id, input, expected }) => [
    one(id, `costs --principal ${input.term} --periodic ${input.terms_in_6_months}`, {
      total: expected?.total,
    }),
  ],
  'VAT-05': ({ id, input, expected }) => [
    one(
      id,
      `vat-relief --due 2025-10-10 --gross 1210.00 --paid 0.00 --rate ${input.vat_percent} --period quarter --received-later ${input.received_later}`,
      { vatDueAgain: expected?.vat_due },
    ),
  ],
  'ID-01': ({ id, expected }) => [
    check(id, 'betalingskenmerk', expected?.full, { valid: true, normalised: expected?.full }),
  ],
  'ID-03': isValid('iban', 'iban'),
  'ID-05': isValid('iban', 'iban'),
  'ID-06': isValid('iban', 'iban'),
  'ID-07': ({ id, expected }) => [check(id, 'rf', expected?.rf, { valid: true, normalised: expected?.rf })],
  'ID-09': isValid('vat', 'id'),
  'ID-11': isValid('vat', 'id'),
  'PUB-02a': ({ id, input, expected_published }) => [
    one(
      id,
      `interest --principal ${input.principal} --kind wettelijk --due ${dayBefore(input.start)} --until ${dayBefore(input.end_exclusive)}`,
      { interestTotal: expected_published },
    ),
  ],
  'PUB-03': ({ id, input, expected_published }) => {
    const [date, amount] = input.payment as readonly string[];
    const { lines } = expected_published as { readonly lines: readonly (readonly unknown[])[] };
    // Their interest stops the day before the payment, and they capitalise fractions of a cent that are not shown.
    const command = [
      'interest --kind contract --percent 2 --per month --compound month --costs 271.38',
      `--principal ${input.principal} --due ${dayBefore(input.start)} --until ${input.through_incl}`,
      `--payment ${dayBefore(date)}:${amount}`,
    ];
    return [
      {
        ...one(id, command.join(' '), {
          interestTotal: '723.32',
          lines: lines.map(([interest, days]) => ({
            interest: interest === '42.39' ? '42.40' : interest,
            days,
          })),
        }),
        difference: 'published 723.31, with 42.39: the day of payment left out, and interest capitalised unrounded',
      },
    ];
  },
  'PUB-04a': ({ id, input, expected_published }) => [
    one(id, `interest --principal ${input.principal} --kind handel --due 2026-01-31 --until 2026-02-22`, {
      interestTotal: expected_published,
    }),
  ],
  'PUB-04b': ({ id, input, expected_published }) => {
    const { total, lines } = expected_published as Fields;
    return [
      one(
        id,
        `interest --principal ${input.principal} --kind wettelijk --due ${dayBefore(input.start)} --until ${dayBefore(input.end_exclusive)}`,
        { interestTotal: total, lines: (lines as readonly unknown[]).map((interest) => ({ interest })) },
      ),
    ];
  },
  'PUB-04c': ({ id, expected_published }) => [
    one(id, 'interest --principal 820 --kind wettelijk --due 2026-01-31 --until 2026-03-03', {
      interestTotal: expected_published,
    }),
  ],
  'PUB-04d': (example) => {
    const [costs, vat, total, due] = published(example);
    return [
      one(example.id, 'costs --principal 8400 --vat 21', { costs, vat, total }),
      one(
        `${example.id} due`,
        'interest --principal 8400 --kind handel --due 2026-01-31 --until 2026-02-22 --costs 795.00',
        { totalOpen: due },
      ),
    ];
  },
  'PUB-04e': ({ id, expected_published }) => [
    one(
      id,
      'interest --principal 8400 --kind contract --percent 12 --per year --compound none --due 2026-01-31 --until 2026-02-22',
      { interestTotal: expected_published },
    ),
  ],
  'PUB-06a': ({ id, expected_published }) => [
    one(id, 'interest --principal 5000 --kind wettelijk --due 2024-03-14 --until 2026-02-16', {
      interestTotal: expected_published,
    }),
  ],
  'PUB-06b': ({ id, expected_published }) => [
    one(
      id,
      'interest --principal 5000 --kind contract --percent 6 --per year --compound year --due 2024-06-14 --until 2026-06-14',
      { interestTotal: expected_published },
    ),
  ],
  'PUB-06c': ({ id, expected_published }) => [
    one(id, 'interest --principal 365000 --kind wettelijk --due 2025-03-01 --until 2025-03-02', {
      interestTotal: expected_published,
    }),
  ],
  'PUB-08': (example) => {
    const [least, most] = published(example);
    return [
      one(example.id, 'costs --principal 0.01 --vat 21', { total: least }),
      one(`${example.id} most`, 'costs --principal 5000000 --vat 21', { total: most }),
    ];
  },
  'PUB-09': ({ id, input, expected_published }) => [
    one(id, `costs --principal ${input.principal}`, { total: expected_published }),
  ],
  'PUB-10': ({ id, input, expected_published }) => [
    one(id, `costs --principal ${input.principal}`, { total: expected_published }),
  ],
  'PUB-11': (example) => {
    const [most, less] = published(example);
    return [
      one(example.id, 'costs --principal 2000000', { total: most }),
      one(`${example.id} less`, 'costs --principal 250000', { total: less }),
    ];
  },
  // Monday 23, Thursday 26 and Friday 27 November 2026 arrive on Wednesday, Saturday and Tuesday.
  'PUB-12': ({ id }) => [
    one(id, 'notice-term --sent 2026-11-23', { presumedReceived: '2026-11-25' }),
    one(`${id} Thursday`, 'notice-term --sent 2026-11-26', { presumedReceived: '2026-11-28' }),
    one(`${id} Friday`, 'notice-term --sent 2026-11-27', { presumedReceived: '2026-12-01' }),
  ],
  'PUB-13': (example) =>
    published(example).map((value, at) =>
      check(at === 0 ? example.id : `${example.id} ${at + 1}`, 'betalingskenmerk', value, {
        valid: true,
        normalised: value,
      }),
    ),
  'PUB-14': (example) => {
    const [ogm, rf, ...validity] = published(example);
    const [first, second, third, fourth] = validity;
    return [
      check(example.id, 'ogm', ogm, { valid: true, normalised: ogm }),
      check(`${example.id} rf`, 'rf', rf, { valid: true, normalised: rf }),
      check(`${example.id} elfproef`, 'vat', 'NL004495445B01', { valid: first }),
      check(`${example.id} mod 97`, 'vat', 'NL123456789B13', { valid: second }),
      check(`${example.id} neither`, 'vat', 'NL123456789B90', { valid: third }),
      check(`${example.id} IBAN`, 'iban', 'NL91ABNA0417164300', { valid: fourth }),
    ];
  },
  'PUB-16': (example) => {
    const [large, small] = published(example);
    return [
      one(example.id, 'costs --country BE --principal 1000', { total: large }),
      one(`${example.id} 150`, 'costs --country BE --principal 150', { total: small }),
    ];
  },
  'PUB-17': ({ id, expected_published }) => [
    one(id, 'costs --principal 25 --periodic 6', { total: expected_published }),
  ],
};
