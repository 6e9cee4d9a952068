import { describe, expect, it } from 'vitest';
import { answered } from '#electron/commands/answer.ts';
import { lawCommand } from '#electron/commands/law-commands.ts';
import { ask, ok, refusal } from '#test/law/ask.ts';
import fc from '#test/property/draws.ts';

const interest = 'interest --principal 1000.00 --kind handel --due 2026-01-31 --until 2026-02-01';
const contract = 'interest --principal 1000 --kind contract --due 2026-01-31 --until 2026-03-31';

describe('interest', () => {
  it('prints one day of trade interest with its denominator, source and explanation', async () => {
    const { explanation, ...json } = await ok(interest);
    expect(json).toEqual({
      lines: [
        {
          from: '2026-02-01',
          toIncl: '2026-02-01',
          days: 1,
          percent: '10.15',
          base: '1000.00',
          interest: '0.28',
          denominator: 365,
          source: expect.stringMatching(/\w/),
        },
      ],
      interestTotal: '0.28',
      allocations: [],
      bearingOpen: '1000.00',
      interestOpen: '0.28',
      costsOpen: '0.00',
      totalOpen: '1000.28',
      stale: false,
    });
    expect(explanation).toEqual(expect.arrayContaining([expect.stringContaining('art. 6:119a')]));
    expect(JSON.stringify(explanation)).not.toMatch(/\{\{|law\.step/);
  });

  it('has no lines and 0.00 when the end is the due date', async () => {
    const json = await ok('interest --principal 1000 --kind wettelijk --due 2026-01-31 --until 2026-01-31');
    expect(json).toMatchObject({ lines: [], interestTotal: '0.00', totalOpen: '1000.00', stale: false });
  });

  it('takes payments in any order, costs first', async () => {
    const payments = '--payment 2026-06-30:1000 --payment 2026-03-31:1000.00 --payment 2026-09-30:1000.0';
    const json = await ok(
      `interest --principal 5000 --kind wettelijk --due 2025-12-31 --until 2026-11-21 --costs 625 ${payments}`,
    );
    expect(json.totalOpen).toBe('2774.18');
    expect(json.allocations).toMatchObject([
      {
        date: '2026-03-31',
        amount: '1000.00',
        costs: '625.00',
        interest: '49.32',
        principal: '325.68',
        unallocated: '0.00',
      },
      { date: '2026-06-30', costs: '0.00' },
      { date: '2026-09-30', costs: '0.00' },
    ]);
  });

  it('never capitalises with --simple', async () => {
    const json = await ok('interest --principal 2500 --kind handel --due 2024-06-30 --until 2026-11-21 --simple');
    expect(json).toMatchObject({ bearingOpen: '2500.00', interestTotal: json.interestOpen });
  });

  it('counts a leap year by its own length with --day-count actual', async () => {
    const line = 'interest --principal 10000 --kind handel --due 2023-12-31 --until 2024-12-31';
    expect(await ok(`${line} --day-count actual`)).toMatchObject({ interestTotal: '1237.43' });
    expect(await ok(`${line} --day-count 365`)).toMatchObject({ interestTotal: '1240.82' });
  });

  it('counts an agreed rate, without a source', async () => {
    const json = await ok(`${contract} --percent 1 --per month --compound none`);
    expect(json).toMatchObject({ interestTotal: '20.00', stale: false });
    expect(json.lines).toMatchObject([{ source: null }, { source: null }]);
  });

  it('past the table it says so, in the answer and on stderr, and still answers', async () => {
    const past = 'interest --principal 1000 --kind wettelijk --due 2026-11-30 --until 2027-01-01';
    const { exit, json, said } = await ask(past);
    expect([exit, (json as { stale: boolean }).stale]).toEqual([0, true]);
    expect(said).toEqual([expect.stringContaining('tabel verouderd')]);
    expect((await ask(past.replace('2027-01-01', '2026-12-31'))).said).toEqual([]);
  });

  it('starts on 29 February and capitalises on 28 February', async () => {
    const json = await ok('interest --principal 1200 --kind wettelijk --due 2024-02-28 --until 2026-02-28');
    expect(json.interestTotal).toBe('155.09');
    expect(await ok('interest --principal 1200 --kind wettelijk --due 2024-02-29 --until 2024-03-01')).toMatchObject({
      lines: [{ from: '2024-03-01', days: 1 }],
    });
  });

  it.each([
    ['due-after-until', 'interest --principal 1000 --kind handel --due 2026-02-01 --until 2026-01-31'],
    ['negative-principal', 'interest --principal -5 --kind handel --due 2026-01-31 --until 2026-02-01'],
    ['negative-principal', 'interest --principal=-0.01 --kind handel --due 2026-01-31 --until 2026-02-01'],
    ['amount-too-large', 'interest --principal 99999999999999.99 --kind handel --due 2026-01-31 --until 2026-02-01'],
    ['amount-too-large', interest.replace('1000.00', '99999999999999999999')],
    ['bad-amount', interest.replace('1000.00', '1.000,00')],
    ['bad-amount', interest.replace('1000.00', '1,000.00')],
    ['bad-amount', interest.replace('1000.00', '1000.005')],
    ['bad-amount', interest.replace('1000.00', '1e3')],
    ['bad-amount', interest.replace('1000.00', 'NaN')],
    ['bad-amount', interest.replace('1000.00', 'Infinity')],
    ['bad-amount', interest.replace('1000.00', '€1000')],
    ['bad-amount', `${interest} --costs -1`],
    ['bad-amount', `${interest} --payment 2026-02-01:-5`],
    ['bad-amount', `${interest} --payment 2026-02-01:0`],
    ['bad-amount', `${interest} --payment 2026-02-01:`],
    ['payment-before-due', `${interest} --payment 2026-01-30:5`],
    ['payment-after-until', `${interest} --payment 2026-02-02:5`],
    ['wrong-arguments', `${interest} --payment 500`],
    ['unknown-kind', interest.replace('handel', 'consument')],
    ['unknown-kind', interest.replace('handel', 'toString')],
    ['rate-missing', 'interest --principal 1000 --kind handel --due 2002-01-01 --until 2003-02-01'],
    ['rate-missing', 'interest --principal 1000 --kind wettelijk --due 1950-01-01 --until 1980-01-01'],
    ['bad-date', interest.replace('2026-01-31', '2026-02-29')],
    ['bad-date', interest.replace('2026-02-01', '01-02-2026')],
    ['bad-date', `${interest} --payment 2026-02-30:5`],
    ['date-out-of-range', 'interest --principal 1000 --kind wettelijk --due 2026-01-01 --until 9999-12-31'],
    ['date-out-of-range', 'interest --principal 1000 --kind wettelijk --due 0001-01-01 --until 2026-12-31'],
    ['wrong-arguments', `${interest} --day-count 360`],
    ['wrong-arguments', `${interest} --percent 3`],
    ['wrong-arguments', `${interest} --principal 5`],
    ['wrong-arguments', `${interest} --simple=ja`],
    ['wrong-arguments', `${interest} --onbekend 5`],
    ['wrong-arguments', `${interest} los`],
    ['wrong-arguments', 'interest --principal 1000 --kind handel --due 2026-01-31'],
    ['wrong-arguments', 'interest --principal --kind handel --due 2026-01-31 --until 2026-02-01'],
    ['wrong-arguments', contract],
    ['wrong-arguments', `${contract} --percent 1 --per month`],
    ['wrong-arguments', `${contract} --percent 1 --per week --compound none`],
    ['wrong-arguments', `${contract} --percent 1 --per year --compound year --simple`],
    ['bad-percent', `${contract} --percent 1,5 --per month --compound none`],
    ['bad-percent', `${contract} --percent 101 --per month --compound none`],
    ['bad-percent', `${contract} --percent -1 --per month --compound none`],
    ['bad-percent', `${contract} --percent 1.00001 --per month --compound none`],
  ])('%s: %s', async (code, line) => expect(await refusal(line)).toBe(code));

  it('names what an agreed rate misses', async () => {
    const { json } = await ask(`${contract} --percent 1`);
    expect(json).toMatchObject({ error: { message: expect.stringMatching(/--per, --compound/) } });
  });
});

describe('costs', () => {
  it('sums the principals of one letter', async () => {
    const { explanation, ...json } = await ok('costs --principal 120 --principal 95.50 --principal 310.00');
    expect(json).toEqual({ base: '525.50', costs: '78.83', vat: '0.00', total: '78.83' });
    expect(JSON.stringify(explanation)).toMatch(/art. 2 Besluit/);
  });

  it.each([
    ['costs --principal 1000 --vat 21', { costs: '150.00', vat: '31.50', total: '181.50' }],
    ['costs --principal 25 --periodic 6', { total: '140.00' }],
    ['costs --principal 150.01 --country BE', { costs: '30.00', vat: '0.00', total: '30.00' }],
    ['costs --principal 0', { total: '0.00' }],
  ])('%s', async (line, expected) => expect(await ok(line)).toMatchObject(expected));

  it.each([
    ['wrong-arguments', 'costs'],
    ['negative-principal', 'costs --principal -5'],
    ['negative-principal', 'costs --principal 500 --principal -5'],
    ['amount-too-large', 'costs --principal 99999999999999'],
    ['bad-amount', 'costs --principal 1.000,00'],
    ['bad-vat-rate', 'costs --principal 100 --vat 22'],
    ['bad-vat-rate', 'costs --principal 100 --vat 21%'],
    ['unknown-country', 'costs --principal 100 --country DE'],
    ['bad-count', 'costs --principal 100 --periodic 0'],
    ['bad-count', 'costs --principal 100 --periodic 2.5'],
    ['wrong-arguments', 'costs --principal 100 --country BE --vat 21'],
  ])('%s: %s', async (code, line) => expect(await refusal(line)).toBe(code));
});

describe('notice-term', () => {
  it.each([
    ['--sent 2026-11-27', '2026-12-01', '2026-12-15', '2026-12-16', '2026-12-16', '2026-12-17'],
    ['--sent 2026-11-23 --received 2026-11-23', '2026-11-23', '2026-12-07', '2026-12-08', '2026-12-08', '2026-12-09'],
    ['--sent 2026-11-23 --transit 3', '2026-11-26', '2026-12-10', '2026-12-11', '2026-12-11', '2026-12-12'],
    ['--sent 2027-07-01', '2027-07-06', '2027-07-20', '2027-07-21', '2027-07-21', '2027-07-22'],
  ])('%s', async (line, presumedReceived, lastDay14, lastDay15, lastDaySafe, costsDueFrom) => {
    const { explanation, ...json } = await ok(`notice-term ${line}`);
    expect(json).toEqual({ presumedReceived, lastDay14, lastDay15, lastDaySafe, costsDueFrom });
    expect(JSON.stringify(explanation)).toMatch(/6:96/);
  });

  it.each([
    ['wrong-arguments', 'notice-term'],
    ['bad-date', 'notice-term --sent 2027-02-29'],
    ['received-before-sent', 'notice-term --sent 2026-11-23 --received 2026-11-22'],
    ['bad-transit', 'notice-term --sent 2026-11-23 --transit 1'],
    ['bad-transit', 'notice-term --sent 2026-11-23 --transit twee'],
    ['date-out-of-range', 'notice-term --sent 9999-12-31'],
  ])('%s: %s', async (code, line) => expect(await refusal(line)).toBe(code));
});

describe('payment-term', () => {
  it.each([
    ['--received 2026-10-01', '2026-10-31', '2026-11-01'],
    ['--received 2026-10-01 --agreed 14', '2026-10-15', '2026-10-16'],
    ['--received 2026-10-01 --agreed 60', '2026-11-30', '2026-12-01'],
    ['--received 2026-10-01 --agreed 60 --large-debtor', '2026-10-31', '2026-11-01'],
  ])('%s', async (line, lastPaymentDay, interestFrom) => {
    expect(await ok(`payment-term ${line}`)).toMatchObject({ lastPaymentDay, interestFrom });
  });

  it.each([
    ['wrong-arguments', 'payment-term'],
    ['bad-date', 'payment-term --received 1-10-2026'],
    ['bad-term', 'payment-term --received 2026-10-01 --agreed -1'],
    ['bad-term', 'payment-term --received 2026-10-01 --agreed 99999'],
    ['bad-term', 'payment-term --received 2026-10-01 --agreed 30d'],
    ['wrong-arguments', 'payment-term --received 2026-10-01 --large-debtor ja'],
  ])('%s: %s', async (code, line) => expect(await refusal(line)).toBe(code));
});

describe('limitation', () => {
  it.each([
    ['--due 2021-11-30 --years 5', '2026-11-30'],
    ['--due 2024-02-29 --years 1', '2025-02-28'],
    ['--due 2021-11-30 --years 5 --interrupted 2024-01-10 --interrupted 2023-01-10', '2029-01-10'],
    ['--due 2006-11-21 --years 20 --interrupted 2010-01-01', '2026-11-21'],
  ])('%s', async (line, lastSafeDay) => expect(await ok(`limitation ${line}`)).toMatchObject({ lastSafeDay }));

  it.each([
    ['wrong-arguments', 'limitation --due 2021-11-30'],
    ['bad-years', 'limitation --due 2021-11-30 --years 3'],
    ['bad-years', 'limitation --due 2021-11-30 --years vijf'],
    ['bad-date', 'limitation --due 2021-11-31 --years 5'],
    ['interruption-before-due', 'limitation --due 2021-11-30 --years 5 --interrupted 2021-11-29'],
  ])('%s: %s', async (code, line) => expect(await refusal(line)).toBe(code));
});

describe('vat-relief', () => {
  const relief = 'vat-relief --due 2025-10-10 --gross 1210 --paid 0 --rate 21 --period quarter';

  it('prints the return and the VAT in the unpaid part', async () => {
    const { explanation, ...json } = await ok(relief);
    expect(json).toEqual({
      uncollectableOn: '2026-10-10',
      returnPeriod: '2026-Q4',
      alternativeReturnPeriod: null,
      vat: '210.00',
      returnDue: '2027-01-31',
    });
    expect(JSON.stringify(explanation)).toMatch(/art\. 29/);
  });

  it.each([
    [`${relief} --received-later 242`, { vatDueAgain: '42.00' }],
    [relief.replace('2025-10-10', '2025-09-30'), { returnPeriod: '2026-Q3', alternativeReturnPeriod: '2026-Q4' }],
    [relief.replace('quarter', 'month'), { returnPeriod: '2026-10', alternativeReturnPeriod: null }],
    [relief.replace('quarter', 'year'), { returnPeriod: '2026', alternativeReturnPeriod: null }],
    [relief.replace('21 ', '9 ').replace('1210', '1090'), { vat: '90.00' }],
  ])('%s', async (line, expected) => expect(await ok(line)).toMatchObject(expected));

  it.each([
    ['wrong-arguments', 'vat-relief --due 2025-10-10'],
    ['paid-above-gross', relief.replace('--paid 0', '--paid 1210.01')],
    ['bad-vat-rate', relief.replace('--rate 21', '--rate 6')],
    ['bad-period', relief.replace('quarter', 'kwartaal')],
    ['bad-amount', relief.replace('1210', '-1210')],
    ['bad-amount', relief.replace('1210', '1210,00')],
    ['date-out-of-range', relief.replace('2025-10-10', '2016-12-31')],
  ])('%s: %s', async (code, line) => expect(await refusal(line)).toBe(code));
});

describe('check', () => {
  it.each([
    ['iban NL91ABNA0417164300', { valid: true, normalised: 'NL91ABNA0417164300', reason: null, message: null }],
    ['iban NL91ABNA0417164301', { valid: false, normalised: null, reason: 'check-digits' }],
    ['vat NL004495445B01', { valid: true }],
    ['vat NL123456789B90', { valid: false, reason: 'check-digits' }],
    ['kvk 12345678', { valid: true, normalised: '12345678' }],
    ['betalingskenmerk 12234534622567', { valid: true }],
    ['rf RF18539007547034', { valid: true }],
    ['ogm +++010/8068/17183+++', { valid: true, normalised: '010806817183' }],
    ['barcode 3SABCD1234567', { valid: true }],
    ['barcode RR473124829NL', { valid: true }],
  ])('%s', async (line, expected) => expect(await ok(`check ${line}`)).toMatchObject(expected));

  it('says in Dutch why not', async () => {
    expect(await ok('check ogm 010806817184')).toMatchObject({ message: expect.stringContaining('controlecijfer') });
  });

  it.each(['check', 'check iban', 'check bsn 123456782', 'check iban NL91 ABNA'])('wrong-arguments: %s', async (line) =>
    expect(await refusal(line)).toBe('wrong-arguments'),
  );
});

describe('whatever is typed', () => {
  const options = {
    interest: ['principal', 'kind', 'due', 'until', 'payment', 'costs', 'day-count', 'percent', 'per', 'compound'],
    costs: ['principal', 'vat', 'country', 'periodic'],
    'notice-term': ['sent', 'received', 'transit'],
    'payment-term': ['received', 'agreed'],
    limitation: ['due', 'years', 'interrupted'],
    'vat-relief': ['due', 'gross', 'paid', 'rate', 'period', 'received-later'],
  } as const;
  const value = fc.oneof(
    fc.constantFrom('handel', 'wettelijk', 'contract', 'month', 'year', 'quarter', 'none', 'NL', 'BE', '365', 'actual'),
    fc.constantFrom('1000.00', '0', '0.01', '-5', '1e9', '9999999999.99', '10000000000.01', '21', '9', '2', '5', '1.5'),
    fc.constantFrom('2026-01-31', '2026-02-29', '2024-02-29', '1899-12-31', '2199-12-31', '2026-11-21', '2027-07-01'),
    fc.constantFrom('2026-02-15:10', '2026-02-15:-1', ':', ''),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );

  it('is answered or refused with a code and a text, never with a figure that is none', async () => {
    const line = fc
      .constantFrom(...(Object.keys(options) as (keyof typeof options)[]))
      .chain((command) =>
        fc.tuple(
          fc.constant(command),
          fc.array(fc.tuple(fc.constantFrom(...options[command]), value), { maxLength: 9 }),
        ),
      );
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(line, async ([command, given]) => {
        const args = [...new Map(given)].map(([option, text]) => `--${option}=${text}`);
        const { exit, json } = await answered(() => lawCommand(command, args, () => undefined));
        seen.add(exit);
        if (exit === 0) expect(JSON.stringify(json)).not.toMatch(/NaN|Infinity|undefined|\{\{|"[^"]*law\./);
        else
          expect(json).toEqual({
            error: { code: expect.stringMatching(/^[a-z-]+$/), message: expect.stringMatching(/.{10}/) },
          });
        expect([0, 2]).toContain(exit);
      }),
      { numRuns: 3000 },
    );
    expect([...seen].sort()).toEqual([0, 2]);
  });
});
