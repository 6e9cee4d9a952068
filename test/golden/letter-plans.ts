import { deflateSync } from 'node:zlib';
import { addDays } from '#shared/dates/civil.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import type { LetterItem, LetterPlan } from '#shared/domain/letter.ts';
import { sumOf } from '#shared/money/cents.ts';

export const creditor = newAdministration({
  id: 'noordkade',
  name: 'Groothandel Noordkade B.V.',
  iban: 'NL91ABNA0417164300',
  legalForm: 'B.V.',
  address: { street: 'Noordkade 118', postalCode: '3011 AB', city: 'Rotterdam', country: 'NL' },
  kvk: '24123456',
  vatId: 'NL812345678B01',
  email: 'debiteuren@noordkade.example',
  phone: '010 123 45 67',
  website: 'noordkade.example',
});

/** An invoice line of a letter; `n` makes number, dates and amount differ. */
export function invoiceLine(n: number, given: Partial<LetterItem> = {}): LetterItem {
  const total = given.total ?? 12_345 + n * 98_765;
  const paid = given.paid ?? (n % 4 === 3 ? 5_000 : 0);
  const date = addDays('2026-08-03', n * 2);
  return {
    itemId: `i${n}`,
    cycle: 1,
    number: `2026${String(1000 + n)}`,
    kind: 'invoice',
    date,
    dueDate: addDays(date, 30),
    dueDerived: false,
    total,
    paid,
    open: total - paid,
    claimed: total - paid,
    yourReference: null,
    paymentLink: null,
    ...given,
  };
}

export function invoiceLines(count: number): LetterItem[] {
  return Array.from({ length: count }, (_, n) => invoiceLine(n + 1));
}

/** A complete plan; principal and total follow from the items unless given. */
export function letterPlan(given: Partial<LetterPlan> = {}): LetterPlan {
  const items = given.items ?? invoiceLines(3);
  const credits = given.credits ?? [];
  const principal = sumOf([...items, ...credits], (item) => item.claimed);
  return {
    id: 'a'.repeat(64),
    kind: 'reminder',
    language: 'nl',
    date: '2026-11-20',
    deadline: '2026-11-27',
    creditor,
    debtor: {
      id: 1,
      code: '10042',
      name: 'Bakkerij De Gouden Aar B.V.',
      contact: 'mevrouw S. de Vries',
      kind: 'business',
      address: { street: 'Lange Haven 7', postalCode: '3111cd', city: 'Schiedam', country: 'NL' },
      email: 'administratie@goudenaar.example',
    },
    currency: 'EUR',
    items,
    credits,
    alsoOpen: [],
    amounts: { principal, interest: 0, costs: 0, costsAnnounced: 0, total: principal },
    paymentReference: '10042-20261120',
    processedUntil: '2026-11-19',
    channels: ['email', 'post'],
    policy: { id: 'zakelijk', version: 1, stepId: 'herinnering' },
    nextKind: null,
    ...given,
  };
}

/** A small PNG logo with alpha: a disc and two bars. */
export function logoPng(width = 240, height = 72): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 4) + 1 + x * 4;
      const disc = (x - 36) ** 2 + (y - 36) ** 2 < 34 ** 2;
      const bar = x > 84 && ((y > 16 && y < 30) || (y > 42 && y < 56 && x < 190));
      rows.set(disc ? [15, 92, 77, 255] : bar ? [29, 36, 43, 255] : [0, 0, 0, 0], at);
    }
  }
  return png(width, height, rows);
}

function png(width: number, height: number, rows: Buffer): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  const part = (type: string, body: Buffer) => {
    const out = Buffer.alloc(body.length + 12);
    out.writeUInt32BE(body.length);
    out.write(type, 4, 'latin1');
    body.copy(out, 8);
    return out;
  };
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([magic, part('IHDR', header), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))]);
}
