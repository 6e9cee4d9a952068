import { addDays, formatDate, type IsoDate } from '#shared/dates/civil.ts';
import type { Receipt } from '#shared/matching/match.ts';
import { formatAmount } from '#shared/money/cents.ts';
import { Draw, ibanOf } from './matching-draw.ts';
import { drawPayments } from './matching-payments.ts';
import { drawYear, ownIban, type Year } from './matching-year.ts';

/** The day of the list; the bank file runs from the day after it. */
const listDay: IsoDate = '2025-12-31';
const bankDays = 320;
/** A drawn year begins in 2026: its invoices are those of the year before the bank file. */
const yearBefore = 365;

/** What an office imports of a busy client: the list of its open items, and the bank file of the year after it. */
export interface BankYear {
  readonly list: string;
  readonly bank: string;
}

/**
 * A bank table (Rabobank) of so many lines in one statement: receipts with the mess of real texts and one line in six paid out,
 * with the list of the items they are of. The same count and seed give the same texts.
 */
export function bankYear(lines: number, seed = 7): BankYear {
  const draw = new Draw(seed);
  const receipts = Math.round((lines * 5) / 6);
  const size = { debtors: Math.ceil(lines / 10), invoices: Math.ceil(receipts * 1.2) };
  const year = drawYear(draw, 'year-dash', size);
  const list = listText(year);
  const paid = drawPayments(draw, year, receipts, { noise: 0.4, isAwkward: false });
  const drawn = [...paid].map(({ receipt }) => receipt);
  return { list, bank: bankText(drawn, lines, draw) };
}

function listText({ debtors }: Year): string {
  const lines = [
    `Openstaande posten per ${formatDate(listDay)}`,
    'Debiteurnummer;Naam;IBAN;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand',
  ];
  const day = (date: IsoDate | null) => (date === null ? '' : formatDate(addDays(date, -yearBefore)));
  for (const { debtor, items } of debtors) {
    for (const { number, date, dueDate, total } of items) {
      const { code, name, iban } = debtor;
      lines.push([code, name, iban ?? '', number, day(date), day(dueDate), formatAmount(total)].join(';'));
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

const headings =
  '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"';

function bankText(receipts: readonly Receipt[], count: number, draw: Draw): string {
  const lines = [headings];
  let balance = 50_000_000;
  const signed = (cents: number) => `${cents < 0 ? '-' : '+'}${formatAmount(Math.abs(cents)).replaceAll('.', '')}`;
  let next = 0;
  for (let line = 0; line < count; line++) {
    const date = addDays(listDay, 1 + Math.floor((line / count) * bankDays));
    const receipt = line % 6 === 5 ? undefined : receipts[next++];
    const { amount, iban, counterparty, remittance, structuredReference, endToEndId, returnReason } = receipt ?? {
      amount: -draw.whole(10_00, 4_000_00),
      iban: ibanOf(draw.whole(1_000, 90_000), 'RABO'),
      counterparty: `Leverancier ${draw.whole(1, 300)} B.V.`,
      remittance: `Uw factuur ${draw.whole(100_000, 999_999)}`,
      structuredReference: null,
      endToEndId: null,
      returnReason: null,
    };
    balance += amount;
    const cells = [
      ...[ownIban, 'EUR', 'RABONL2U', String(line + 1).padStart(18, '0'), date, date, signed(amount), signed(balance)],
      ...[iban, counterparty, '', '', '', 'cb', '', endToEndId, '', '', structuredReference, remittance, ' ', ''],
      ...[returnReason, '', '', ''],
    ];
    lines.push(cells.map((cell) => `"${(cell ?? '').replaceAll('"', "'")}"`).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}
