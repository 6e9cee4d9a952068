import { describe, expect, it } from 'vitest';
import { daysBetween } from '#shared/dates/civil.ts';
import { jurisdictionOf } from '#shared/domain/jurisdiction.ts';
import { belgianReminderTerm } from '#shared/law/belgian-reminder.ts';
import { inDefaultFrom } from '#shared/law/default-date.ts';
import { generalVatPercent } from '#shared/law/in-force.ts';
import { limitation } from '#shared/law/limitation.ts';
import { defaultTransit, earliestPrintedDate, noticeTerm } from '#shared/law/notice-term.ts';
import { paymentTerm } from '#shared/law/payment-term.ts';
import { type VatReliefInput, vatRelief } from '#shared/law/vat-relief.ts';
import { centsOf, lawExamples, problemOf } from './law-examples.ts';

const text = (value: unknown): string => String(value);

describe('veertiendagenbrief (art. 6:96 lid 6 BW)', () => {
  const letters = lawExamples('D14-').filter(({ expected }) => expected?.presumed_received);
  it.skipIf(letters.length === 0).each(letters)('$id: $topic, sent $input.sent', ({ input, expected }) => {
    const { steps, ...days } = noticeTerm({
      sent: text(input.sent),
      received: input.received ? text(input.received) : null,
    });
    expect(days).toEqual({
      presumedReceived: expected?.presumed_received,
      lastDay14: expected?.last_day_14_full_days,
      lastDay15: expected?.last_day_15_days_wording,
      lastDaySafe: expected?.last_day_conservative_ATW,
      costsDueFrom: expected?.bik_due_from_conservative,
    });
    expect(steps.length).toBeGreaterThanOrEqual(4);
  });

  const printed = lawExamples('D14-').filter(({ expected }) => expected?.earliest_allowed_printed_date);
  it.skipIf(printed.length === 0).each(printed)('$id: earliest printed date, sent $input.sent', (example) => {
    const sent = text(example.input.sent);
    const earliest = earliestPrintedDate(sent);
    expect(earliest).toBe(example.expected?.earliest_allowed_printed_date);
    expect(text(example.expected?.fixed_plus_16) >= earliest).toBe(example.expected?.fixed_plus_16_is_safe);
  });

  it.each([
    ['Saturday: Sunday and Monday do not count', '2026-11-21', '2026-11-25'],
    ['Sunday', '2026-11-22', '2026-11-25'],
    ['before Good Friday and Easter Monday', '2027-03-24', '2027-03-27'],
    ['before the Ascension', '2026-05-13', '2026-05-16'],
    ["before King's Day on a Sunday, kept on Saturday the 26th", '2025-04-24', '2025-04-29'],
    ['before Liberation Day', '2026-05-04', '2026-05-07'],
    ['New Year on a Friday', '2026-12-31', '2027-01-05'],
  ])('posted on or %s', (_name, sent, received) => {
    expect(noticeTerm({ sent }).presumedReceived).toBe(received);
  });

  it.each([
    ['2027-06-30', 2, '2027-07-02'],
    ['2027-07-01', 3, '2027-07-06'],
  ] as const)('sent on %s takes %d delivery days unless stated otherwise', (sent, transit, received) => {
    expect(defaultTransit(sent)).toBe(transit);
    expect(noticeTerm({ sent }).presumedReceived).toBe(received);
  });

  it('takes the transit that is stated', () => {
    expect(noticeTerm({ sent: '2026-11-23', transit: 3 }).presumedReceived).toBe('2026-11-26');
    expect(noticeTerm({ sent: '2027-07-01', transit: 2 }).presumedReceived).toBe('2027-07-03');
  });

  it('counts from proven receipt, also on a Sunday or later than presumed', () => {
    expect(noticeTerm({ sent: '2026-11-23', received: '2026-11-29' })).toMatchObject({
      presumedReceived: '2026-11-29',
      lastDay14: '2026-12-13',
      lastDay15: '2026-12-14',
      lastDaySafe: '2026-12-14',
      costsDueFrom: '2026-12-15',
    });
  });

  it('moves the last day over a weekend and both Christmas days', () => {
    const { lastDay15, lastDaySafe, costsDueFrom, steps } = noticeTerm({ sent: '2026-12-08' });
    expect([lastDay15, lastDaySafe, costsDueFrom]).toEqual(['2026-12-25', '2026-12-28', '2026-12-29']);
    expect(steps.map(({ key }) => key)).toContain('notice-moved');
  });

  it.each([
    ['receipt before sending', 'received-before-sent', { sent: '2026-11-23', received: '2026-11-22' }],
    ['a transit of one day', 'bad-transit', { sent: '2026-11-23', transit: 1 as 2 }],
    ['a day that does not exist', 'bad-date', { sent: '2026-02-29' }],
    ['a receipt that does not exist', 'bad-date', { sent: '2026-02-28', received: '2026-02-29' }],
    ['a year of four nines', 'date-out-of-range', { sent: '9999-12-31' }],
  ] as const)('refuses %s', (_name, code, input) => {
    expect(problemOf(() => noticeTerm(input)).code).toBe(code);
  });
});

describe('payment terms between businesses (art. 6:119a, 6:119b BW)', () => {
  const terms = lawExamples('TERM-');
  it.skipIf(terms.length === 0).each(terms)('$id: $topic', ({ input, expected }) => {
    const { lastPaymentDay, interestFrom } = paymentTerm({ received: text(input.invoice_received) });
    expect([lastPaymentDay, interestFrom]).toEqual([expected?.last_payment_day, expected?.interest_from]);
  });

  const received = '2026-10-01';
  it.each([
    ['nothing agreed: 30 days', { received }, 30],
    ['14 agreed', { received, agreed: 14 }, 14],
    ['at once', { received, agreed: 0 }, 0],
    ['60 agreed', { received, agreed: 60 }, 60],
    ['90 agreed: 60 at most', { received, agreed: 90 }, 60],
    ['90 expressly agreed and not unfair', { received, agreed: 90, expresslyLonger: true }, 90],
    ['a large debtor, nothing agreed', { received, largeDebtor: true }, 30],
    ['a large debtor, 60 agreed: 30 at most', { received, largeDebtor: true, agreed: 60 }, 30],
    [
      'a large debtor, expressly longer: still 30',
      { received, largeDebtor: true, agreed: 60, expresslyLonger: true },
      30,
    ],
    ['a large debtor, 14 agreed', { received, largeDebtor: true, agreed: 14 }, 14],
    ['a large debtor before 1 July 2022', { received: '2022-06-30', largeDebtor: true, agreed: 60 }, 60],
    ['a large debtor from 1 July 2022', { received: '2022-07-01', largeDebtor: true, agreed: 60 }, 30],
    [
      'a large debtor, older contract, until 1 July 2023',
      { received: '2023-06-30', largeDebtor: true, agreed: 60, contractDate: '2022-06-30' },
      60,
    ],
    [
      'a large debtor, older contract, from 1 July 2023',
      { received: '2023-07-01', largeDebtor: true, agreed: 60, contractDate: '2022-06-30' },
      30,
    ],
    ['a public body, 45 agreed: 30', { received, publicBody: true, agreed: 45 }, 30],
    ['a public body, expressly 90: 60', { received, publicBody: true, agreed: 90, expresslyLonger: true }, 60],
  ])('%s', (_name, input, days) => {
    expect(paymentTerm(input).days).toBe(days);
  });

  it('does not wait for the end of a weekend or the end of February', () => {
    expect(paymentTerm({ received: '2026-10-01', agreed: 30 })).toMatchObject({
      lastPaymentDay: '2026-10-31',
      interestFrom: '2026-11-01',
    });
    expect(paymentTerm({ received: '2024-01-30', agreed: 30 })).toMatchObject({
      lastPaymentDay: '2024-02-29',
      interestFrom: '2024-03-01',
    });
  });

  it('says when the agreed term is longer than the law lets it be', () => {
    const { steps } = paymentTerm({ received, agreed: 60, largeDebtor: true });
    expect(steps.map(({ key }) => key)).toEqual(['term-agreed', 'term-maximum-large', 'term-last-day']);
  });

  it.each([-1, 1.5, Number.NaN, 3651])('refuses a term of %d days', (agreed) => {
    expect(problemOf(() => paymentTerm({ received, agreed })).code).toBe('bad-term');
  });
});

describe('limitation (art. 3:307 and 3:317–3:319 BW)', () => {
  const examples = lawExamples('LIM-');
  it.skipIf(examples.length === 0).each(examples)('$id: $topic', ({ input, expected }) => {
    const answer = limitation({ due: text(input.due_or_judgment), years: Number(input.years) });
    expect(answer.lastSafeDay).toBe(expected?.last_safe_day);
  });

  it.each([
    ['29 February becomes the 28th', '2024-02-29', 5, [], '2029-02-28'],
    ['29 February to 29 February', '2024-02-29', 20, [], '2044-02-29'],
    ['no extension for a Sunday', '2021-11-29', 5, [], '2026-11-29'],
    ['carriage', '2026-01-31', 1, [], '2027-01-31'],
    ['interrupted: five years again', '2020-03-01', 5, ['2024-06-15'], '2029-06-15'],
    ['consumer sale interrupted: two years again', '2024-11-30', 2, ['2026-11-30'], '2028-11-30'],
    ['judgment interrupted early: never shorter', '2006-11-21', 20, ['2010-01-01'], '2026-11-21'],
    ['judgment interrupted late: five years', '2006-11-21', 20, ['2024-01-01'], '2029-01-01'],
    ['several, in any order', '2015-01-31', 5, ['2023-12-01', '2019-12-31'], '2028-12-01'],
    ['the same day twice', '2020-03-01', 5, ['2024-06-15', '2024-06-15'], '2029-06-15'],
    ['on the last day', '2021-11-30', 5, ['2026-11-30'], '2031-11-30'],
    ['on the due day itself', '2021-11-30', 5, ['2021-11-30'], '2026-11-30'],
  ] as const)('%s', (_name, due, years, interrupted, lastSafeDay) => {
    expect(limitation({ due, years, interrupted })).toMatchObject({ lastSafeDay, tooLate: [] });
  });

  it('a letter after the last day revives nothing, and a later one neither', () => {
    const answer = limitation({ due: '2021-11-30', years: 5, interrupted: ['2028-01-01', '2026-12-01'] });
    expect(answer).toMatchObject({ lastSafeDay: '2026-11-30', tooLate: ['2026-12-01', '2028-01-01'] });
    expect(answer.steps.map(({ key }) => key)).toEqual([
      'limitation-term',
      'limitation-too-late',
      'limitation-too-late',
    ]);
  });

  it('an unordered list does not hide that the first one was in time', () => {
    const answer = limitation({ due: '2016-05-01', years: 5, interrupted: ['2025-01-01', '2021-04-30'] });
    expect(answer).toMatchObject({ lastSafeDay: '2030-01-01', tooLate: [] });
  });

  it.each([
    ['three years', 'bad-years', { due: '2021-11-30', years: 3 }],
    ['no years', 'bad-years', { due: '2021-11-30', years: Number.NaN }],
    [
      'an interruption before the due day',
      'interruption-before-due',
      { due: '2021-11-30', years: 5, interrupted: ['2021-11-29'] },
    ],
    ['an interruption that does not exist', 'bad-date', { due: '2021-11-30', years: 5, interrupted: ['2022-02-30'] }],
    ['a due day that does not exist', 'bad-date', { due: '2021-11-31', years: 5 }],
  ] as const)('refuses %s', (_name, code, input) => {
    expect(problemOf(() => limitation(input)).code).toBe(code);
  });
});

describe('VAT relief (art. 29 Wet OB 1968)', () => {
  const quarter: VatReliefInput = { due: '2025-10-10', gross: 121_000, paid: 0, rate: 21, period: 'quarter' };

  const examples = lawExamples('VAT-').filter(({ expected }) => expected?.vat_refund);
  it.skipIf(examples.length === 0).each(examples)('$id: $topic', ({ input, expected }) => {
    const answer = vatRelief({
      ...quarter,
      due: text(input.last_payment_day),
      gross: centsOf(input.invoice_incl),
      paid: centsOf(input.paid),
      rate: Number(input.vat_percent),
    });
    expect(answer).toMatchObject({
      uncollectableOn: expected?.deemed_uncollectable_on,
      returnPeriod: expected?.return_period,
      returnDue: expected?.return_due,
      vat: centsOf(expected?.vat_refund),
    });
  });

  const later = lawExamples('VAT-').filter(({ input }) => input.received_later);
  it.skipIf(later.length === 0).each(later)('$id: $topic', ({ input, expected }) => {
    const answer = vatRelief({ ...quarter, receivedLater: centsOf(input.received_later) });
    expect(answer.vatDueAgain).toBe(centsOf(expected?.vat_due));
  });

  it.each([
    ['2025-10-10', 'quarter', '2026-Q4', null, '2027-01-31'],
    ['2025-09-30', 'quarter', '2026-Q3', '2026-Q4', '2026-10-31'],
    ['2025-12-31', 'quarter', '2026-Q4', '2027-Q1', '2027-01-31'],
    ['2025-10-30', 'month', '2026-10', null, '2026-11-30'],
    ['2025-10-31', 'month', '2026-10', '2026-11', '2026-11-30'],
    ['2025-12-31', 'month', '2026-12', '2027-01', '2027-01-31'],
    ['2025-12-30', 'year', '2026', null, '2027-03-31'],
    ['2025-12-31', 'year', '2026', '2027', '2027-03-31'],
    ['2024-02-29', 'month', '2025-02', '2025-03', '2025-03-31'],
    ['2024-02-28', 'month', '2025-02', '2025-03', '2025-03-31'],
    ['2023-02-28', 'month', '2024-02', '2024-03', '2024-03-31'],
  ] as const)('due %s, by the %s: %s (or %s), filed by %s', (due, period, returnPeriod, alternative, returnDue) => {
    expect(vatRelief({ ...quarter, due, period })).toMatchObject({
      returnPeriod,
      alternativeReturnPeriod: alternative,
      returnDue,
    });
  });

  it.each([
    [121_000, 0, 21, 21_000],
    [121_000, 60_500, 21, 10_500],
    [10_000, 0, 21, 1_736],
    [10_000, 0, 9, 826],
    [109_00, 0, 9, 900],
    [100, 100, 21, 0],
    [3, 0, 21, 1],
    [2, 0, 21, 0],
  ])('of %d with %d paid at %d%%: %d', (gross, paid, rate, vat) => {
    expect(vatRelief({ ...quarter, gross, paid, rate })).toMatchObject({ vat, vatDueAgain: null });
  });

  it.each([
    ['paid more than the invoice', 'paid-above-gross', { paid: 121_001 }],
    ['received more than was open', 'paid-above-gross', { paid: 21_000, receivedLater: 100_001 }],
    ['a negative invoice', 'bad-amount', { gross: -1 }],
    ['half a cent paid', 'bad-amount', { paid: 0.5 }],
    ['another rate', 'bad-vat-rate', { rate: 6 }],
    ['another period', 'bad-period', { period: 'week' as 'month' }],
    ['the rules of before 2017', 'date-out-of-range', { due: '2016-12-31' }],
    ['a day that does not exist', 'bad-date', { due: '2025-02-29' }],
  ] as const)('refuses %s', (_name, code, more) => {
    expect(problemOf(() => vatRelief({ ...quarter, ...more })).code).toBe(code);
  });
});

describe('default (verzuim, art. 6:81–6:83 BW)', () => {
  const agreed = { dueDate: '2026-10-31', dueDerived: false, termAgreed: true, consumer: true, noticeDeadline: null };
  it.each([
    ['a consumer with an agreed term', {}, '2026-11-01', 'default-fatal-term'],
    ['a consumer whose term was not agreed', { termAgreed: false }, null, 'default-not-agreed'],
    ['a consumer whose term is not stated', { termAgreed: null }, null, 'default-not-agreed'],
    [
      'a consumer after a notice of default',
      { termAgreed: null, noticeDeadline: '2026-11-20' },
      '2026-11-21',
      'default-notice',
    ],
    [
      'a consumer, agreed, also noticed: the earlier',
      { noticeDeadline: '2026-11-20' },
      '2026-11-01',
      'default-fatal-term',
    ],
    ['a made up due date', { dueDerived: true }, null, 'default-due-derived'],
    ['a made up due date, noticed', { dueDerived: true, noticeDeadline: '2026-11-20' }, '2026-11-21', 'default-notice'],
    ['a business', { consumer: false, termAgreed: null }, '2026-11-01', 'default-last-day'],
    ['a business with a made up due date', { consumer: false, dueDerived: true }, null, 'default-due-derived'],
    ['no due date', { dueDate: null }, null, 'default-no-due-date'],
    [
      'a business that agreed to no term: thirty days after the invoice (art. 6:119a lid 2 BW)',
      { consumer: false, termAgreed: false, dueDate: '2026-10-15', invoiceDate: '2026-10-01' },
      '2026-11-01',
      'default-last-day',
    ],
    [
      'a business that agreed to no term, and was given a longer one',
      { consumer: false, termAgreed: false, dueDate: '2026-11-30', invoiceDate: '2026-10-01' },
      '2026-12-01',
      'default-last-day',
    ],
    [
      'a business of which nothing is stated: the due date',
      { consumer: false, termAgreed: null, dueDate: '2026-10-15', invoiceDate: '2026-10-01' },
      '2026-10-16',
      'default-last-day',
    ],
    ['no due date, noticed', { dueDate: null, noticeDeadline: '2026-11-20' }, '2026-11-21', 'default-notice'],
  ] as const)('%s', (_name, more, from, key) => {
    const answer = inDefaultFrom({ ...agreed, ...more });
    expect(answer.from).toBe(from);
    expect(answer.steps.map((step) => step.key)).toEqual([key]);
  });

  it('refuses a day that does not exist', () => {
    expect(problemOf(() => inDefaultFrom({ ...agreed, dueDate: '2026-02-30' })).code).toBe('bad-date');
  });
});

describe('first reminder to a Belgian consumer (WER art. XIX.2)', () => {
  it.each([
    ['by post on a Monday', '2026-11-23', 'post', '2026-11-26', '2026-12-10'],
    ['by post on a Friday: not over the weekend', '2026-11-20', 'post', '2026-11-25', '2026-12-09'],
    ['by post before Armistice Day', '2026-11-10', 'post', '2026-11-16', '2026-11-30'],
    ['by post before Easter Monday', '2026-04-02', 'post', '2026-04-08', '2026-04-22'],
    ['by post before Christmas and New Year', '2026-12-24', 'post', '2026-12-30', '2027-01-13'],
    ['by e-mail on a Friday', '2026-11-20', 'email', '2026-11-21', '2026-12-05'],
  ] as const)('%s', (_name, sent, channel, startsOn, lastDay) => {
    expect(belgianReminderTerm(sent, channel)).toMatchObject({ startsOn, lastDay });
    expect(daysBetween(lastDay, belgianReminderTerm(sent, channel).dueFrom)).toBe(1);
  });
});

describe('whose law holds', () => {
  it.each([
    [undefined, 'NL', 'NL'],
    [undefined, 'BE', 'BE'],
    [undefined, 'DE', 'none'],
    [undefined, null, 'NL'],
    [undefined, '', 'NL'],
    ['NL', 'DE', 'NL'],
    ['none', 'NL', 'none'],
    ['BE', 'NL', 'BE'],
  ] as const)('chosen %s, address in %s: %s', (chosen, country, answer) => {
    const address = country === null ? null : { street: 'Dorpsstraat 1', postalCode: '1234 AB', city: 'Ede', country };
    expect(jurisdictionOf({ ...(chosen ? { jurisdiction: chosen } : {}), address })).toBe(answer);
  });

  it.each([
    ['2012-09-30', 19],
    ['2012-10-01', 21],
    ['2026-11-20', 21],
  ])('the general VAT rate on %s is %d%%', (on, percent) => {
    expect(generalVatPercent(on)).toBe(percent);
  });
});
