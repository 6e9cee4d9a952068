import { addDays } from '#shared/dates/civil.ts';
import { readXaf } from '#shared/formats/xaf/read.ts';
import { toDecimal } from '#shared/money/cents.ts';
import { parseBare } from './camt.ts';
import { type BenchRow, peakMemory, raced, row } from './measure.ts';

const invoiceBytes = 5_200;
const debtors = 4_000;

interface Invoice {
  readonly number: string;
  readonly debtor: string;
  readonly cents: number;
  readonly date: string;
  readonly due: string;
  /** Null when it is still open. */
  readonly paid: string | null;
}

/** The n-th invoice of the year; nine of ten are paid. */
function invoice(n: number, count: number): Invoice {
  const mixed = Math.imul(n + 1, 2_654_435_761) >>> 0;
  const date = addDays('2025-01-01', Math.floor((n / count) * 300));
  return {
    number: `2025-${String(n).padStart(7, '0')}`,
    debtor: String(10_000 + (mixed % debtors)),
    cents: 1_000 + (mixed % 900_000),
    date,
    due: addDays(date, 30),
    paid: mixed % 10 === 0 ? null : addDays(date, 5 + (mixed % 60)),
  };
}

function relationText(code: number): string {
  return `    <customerSupplier>
      <custSupID>${code}</custSupID>
      <custSupName>Debiteur ${code} &amp; Zonen B.V.</custSupName>
      <eMail>administratie${code}@example.nl</eMail>
      <commerceNr>${10_000_000 + code}</commerceNr>
      <custSupTp>C</custSupTp>
      <streetAddress>
        <streetname>Handelskade</streetname>
        <number>${code % 300}</number>
        <city>Utrecht</city>
        <postalCode>3511 AA</postalCode>
        <country>NL</country>
      </streetAddress>
    </customerSupplier>
`;
}

function lineText(nr: number, account: string, cents: number, { number, debtor, date }: Invoice): string {
  return `          <trLine>
            <nr>${nr}</nr>
            <accID>${account}</accID>
            <docRef>${number}</docRef>
            <effDate>${date}</effDate>
            <desc>Verkoopfactuur ${number} levering week ${nr}</desc>
            <amnt>${toDecimal(Math.abs(cents))}</amnt>
            <amntTp>${cents < 0 ? 'C' : 'D'}</amntTp>
            <custSupID>${debtor}</custSupID>
            <invRef>${number}</invRef>
            <costID>K${nr}</costID>
            <vat>
              <vatID>V21</vatID>
              <vatPerc>21.000</vatPerc>
              <vatAmnt>0.00</vatAmnt>
              <vatAmntTp>C</vatAmntTp>
            </vat>
          </trLine>
`;
}

function transactionText(nr: string, date: string, lines: readonly string[]): string {
  return `        <transaction>
          <nr>${nr}</nr>
          <desc>Boekstuk ${nr}</desc>
          <periodNumber>${Number(date.slice(5, 7))}</periodNumber>
          <trDt>${date}</trDt>
          <sourceID>import</sourceID>
${lines.join('')}        </transaction>
`;
}

function subLineText(nr: number, journal: string, sign: 1 | -1, one: Invoice): string {
  return `        <sbLine>
          <nr>${nr}</nr>
          <jrnID>${journal}</jrnID>
          <trNr>${one.number}</trNr>
          <trLineNr>1</trLineNr>
          <desc>${sign < 0 ? 'Ontvangst' : 'Verkoopfactuur'} ${one.number}</desc>
          <amnt>${toDecimal(one.cents)}</amnt>
          <amntTp>${sign < 0 ? 'C' : 'D'}</amntTp>
          <docRef>${one.number}</docRef>
          <custSupID>${one.debtor}</custSupID>
          <invRef>${one.number}</invRef>
          <invPurSalTp>S</invPurSalTp>
          <invTp>${sign < 0 ? 'C' : 'D'}</invTp>
          <invDt>${sign < 0 ? one.paid : one.date}</invDt>
          ${sign < 0 ? '' : `<invDueDt>${one.due}</invDueDt>`}
          <mutTp>${sign < 0 ? 'P' : 'I'}</mutTp>
        </sbLine>
`;
}

function* auditfileTexts(count: number): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">
<header><fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate><curCode>EUR</curCode>
<dateCreated>2026-01-15</dateCreated><softwareDesc>Meting</softwareDesc></header>
<company><companyName>Groothandel Meting B.V.</companyName>
  <customersSuppliers>
`;
  for (let code = 0; code < debtors; code++) yield relationText(10_000 + code);
  yield `  </customersSuppliers>
  <generalLedger>
    <ledgerAccount><accID>1100</accID><accDesc>Bank</accDesc><accTp>B</accTp></ledgerAccount>
    <ledgerAccount><accID>1300</accID><accDesc>Debiteuren</accDesc><accTp>B</accTp></ledgerAccount>
    <ledgerAccount><accID>1600</accID><accDesc>Btw</accDesc><accTp>B</accTp></ledgerAccount>
    <ledgerAccount><accID>8000</accID><accDesc>Omzet</accDesc><accTp>P</accTp></ledgerAccount>
  </generalLedger>
  <transactions>
      <journal><jrnID>VRK</jrnID><desc>Verkoop</desc><jrnTp>S</jrnTp>
`;
  for (let n = 0; n < count; n++) {
    const one = invoice(n, count);
    const vat = Math.round((one.cents / 121) * 21);
    const lines = [
      lineText(1, '1300', one.cents, one),
      lineText(2, '8000', vat - one.cents, one),
      lineText(3, '1600', -vat, one),
    ];
    yield transactionText(one.number, one.date, lines);
  }
  yield '      </journal>\n      <journal><jrnID>BNK</jrnID><desc>Bank</desc><jrnTp>B</jrnTp>\n';
  for (let n = 0; n < count; n++) {
    const one = invoice(n, count);
    if (one.paid === null) continue;
    const lines = [lineText(1, '1300', -one.cents, one), lineText(2, '1100', one.cents, one)];
    yield transactionText(one.number, one.paid, lines);
  }
  yield '      </journal>\n      <subledgers><subledger><sbType>CU</sbType><sbDesc>Debiteuren</sbDesc>\n';
  for (let n = 0, nr = 1; n < count; n++) {
    const one = invoice(n, count);
    yield subLineText(nr++, 'VRK', 1, one);
    if (one.paid !== null) yield subLineText(nr++, 'BNK', -1, one);
  }
  yield '      </subledger></subledgers>\n  </transactions>\n</company>\n</auditfile>\n';
}

/**
 * An auditfile of about `bytes` as a large wholesaler has it, in pieces: every invoice booked in three lines, nine of ten paid,
 * the customers' subledger behind it. The same size gives the same bytes.
 */
export function* auditfileChunks(bytes: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let pending = '';
  for (const text of auditfileTexts(Math.max(1, Math.round(bytes / invoiceBytes)))) {
    pending += text;
    if (pending.length < 65_536) continue;
    yield encoder.encode(pending);
    pending = '';
  }
  yield encoder.encode(pending);
}

/** Speed of auditfiles beside bare saxes over the same bytes, and the memory one of `memoryMegabytes` takes. */
export async function auditfileRows(megabytes: number, memoryMegabytes: number): Promise<BenchRow[]> {
  const bytes = Buffer.concat([...auditfileChunks(megabytes * 1e6)]);
  const { speeds, shares } = await raced(
    bytes,
    () => parseBare(bytes),
    () => readXaf({ name: 'meting.xaf', open: () => [bytes] }),
  );
  const size = `${megabytes} MB`;
  const peak = peakMemory('xaf', memoryMegabytes * 1e6);
  return [
    row('read XAF', speeds, { size, unit: 'MB/s' }),
    row('read XAF, share of bare saxes', shares, { size, unit: '%', must: 60 }),
    row('read XAF, most memory', [peak], { size: `${memoryMegabytes} MB`, unit: 'MB', must: 400 }),
  ];
}
