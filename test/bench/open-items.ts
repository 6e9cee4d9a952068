import { addDays, formatDate } from '#shared/dates/civil.ts';
import { seededRandom } from '#shared/demo/random.ts';
import { formatAmount } from '#shared/money/cents.ts';

/** Size of a generated open-items list. */
export interface ListSize {
  readonly items: number;
  readonly debtors: number;
}

const kinds = ['zakelijk', 'zakelijk', 'zakelijk', 'particulier', 'overheid', ''];
const headings =
  'Debiteurnummer;Naam;Soort debiteur;Adres;Postcode;Plaats;E-mail;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand bedrag';

/**
 * An open-items CSV as a bookkeeping package would export it: `;`, decimal comma, as-of line on top. The same size, day
 * and seed give the same text. About one item in three is overdue, one in forty a credit note.
 */
export function openItemsCsv(size: ListSize, today: string, seed = 1): string {
  const random = seededRandom(seed);
  const lines = [`Peildatum;${formatDate(today)}`, headings];
  for (let index = 0; index < size.items; index++) {
    const debtor = index % size.debtors;
    const age = Math.floor(random() * 120) - 10;
    const due = addDays(today, -age + 20);
    const total = Math.floor(random() * 240_000) + 1_500;
    const credit = index % 40 === 39;
    const open = credit ? -Math.floor(total / 10) : index % 15 === 7 ? Math.floor(total / 2) : total;
    lines.push(
      [
        10_000 + debtor,
        `Debiteur ${debtor} ${debtor % 7 === 0 ? 'Zoönen & Co' : 'B.V.'}`,
        kinds[debtor % kinds.length],
        `Straatweg ${debtor % 300}`,
        `${1000 + (debtor % 8999)} AB`,
        'Zwolle',
        debtor % 9 === 0 ? '' : `post@debiteur${debtor}.example`,
        `F${String(index).padStart(7, '0')}`,
        formatDate(addDays(due, -30)),
        formatDate(due),
        formatAmount(credit ? open : total),
        formatAmount(open),
      ].join(';'),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}
