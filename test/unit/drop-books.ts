import type { BooksEvents, FilePort } from '#renderer/db/api.ts';
import type { OfferedFile } from '#renderer/db/import-api.ts';
import { openDatabase } from '#renderer/db/schema.ts';
import { MemoryJournal } from '#renderer/host/memory-journal.ts';
import { BooksService } from '#renderer/workers/books-service.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import type { AdministrationMarks, DropChoices, DropOutcome, DropPreview } from '#shared/domain/drop/drop.ts';
import { hashBytes } from '#shared/domain/event.ts';
import { journalPort } from './journal-port.ts';
import { party, totals, ublText } from './ubl-text.ts';

export const at = '2026-11-20T09:00:00';
export const ownIban = 'NL91ABNA0417164300';
export const ownKvk = '11111111';

/** An administration that is not open, as the office knows it. */
export const neighbour: AdministrationMarks = {
  id: 'buurman',
  name: 'Smederij Buurman',
  accounts: ['NL20INGB0001234567'],
  kvk: '33333333',
  vatId: null,
};

/** The worker's books in a test, with what they wrote and said. */
export class TestBooks {
  journal = new MemoryJournal(() => at);
  readonly progress: string[] = [];
  largestCall = 0;
  /** Files that were kept, by id; the next one fails when `diskFull`. */
  readonly kept = new Map<string, Uint8Array>();
  diskFull = false;
  /** Called before the journal takes a part. */
  beforeAppend: () => void | Promise<void> = () => undefined;

  private readonly files: FilePort = {
    store: async (_book, kind, _name, file) => {
      if (this.diskFull) throw new DOMException('full', 'QuotaExceededError');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const id = `${kind}-${hashBytes(bytes)}.pdf`;
      this.kept.set(id, bytes);
      return id;
    },
    words: async (file) => (await file.text()).split('\n')[1] ?? '',
  };

  private readonly notify: BooksEvents = {
    onProgress: (job, done, total) => this.progress.push(`${job} ${done}/${total}`),
    onSaving: () => undefined,
    onOpening: () => undefined,
    onSummaries: () => undefined,
    onQueues: () => undefined,
    onCommitted: () => undefined,
  };

  service(): BooksService {
    const port = journalPort(this.journal);
    return new BooksService({
      journal: {
        ...port,
        append: async (book, seq, parts, done, firstPart) => {
          this.largestCall = Math.max(this.largestCall, parts.join('').length);
          await this.beforeAppend();
          return port.append(book, seq, parts, done, firstPart);
        },
      },
      clock: { moment: async () => ({ today: at.slice(0, 10), at }) },
      openDatabase,
      notify: this.notify,
      files: this.files,
    });
  }

  /** A new administration, open. */
  async openEmpty(): Promise<BooksService> {
    const books = this.service();
    await books.open('proef');
    const administration = newAdministration({
      id: 'proef',
      name: 'Drukkerij Noord B.V.',
      iban: ownIban,
      kvk: ownKvk,
      vatId: 'NL123456782B01',
    });
    await books.run({ type: 'save-administration', administration });
    this.progress.length = 0;
    return books;
  }
}

/** Reads files and confirms them with one set of choices for all. */
export async function dropped(
  books: BooksService,
  files: readonly OfferedFile[],
  choices: DropChoices = {},
): Promise<{ readonly preview: DropPreview; readonly outcome: DropOutcome }> {
  const opened = await books.openDrop(files, [neighbour]);
  const chosen = Object.fromEntries(opened.units.map(({ id }) => [id, choices]));
  const preview = Object.keys(choices).length === 0 ? opened : await books.chooseDrop(opened.id, chosen);
  return { preview, outcome: await books.confirmDrop(preview.id, chosen, {}) };
}

export type Line = readonly [code: string, name: string, number: string, open: string];

export const fewLines: readonly Line[] = [
  ['10001', 'Café de Zon', '2026-001', '121,00'],
  ['10001', 'Café de Zon', '2026-002', '242,00'],
  ['10002', 'Hotel Maan', '2026-003', '1.210,00'],
];

/** A list of open items; its title says of which day. */
export function openItems(lines: readonly Line[] = fewLines, name = 'posten.csv', asOf = ''): OfferedFile {
  const rows = lines.map(([code, debtor, number, open]) =>
    [code, debtor, number, '01-09-2026', '01-10-2026', open].join(';'),
  );
  const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand';
  const title = asOf === '' ? [] : [`Openstaande posten per ${asOf}`];
  return { name, blob: new Blob([[...title, head, ...rows].join('\r\n')]) };
}

export type Receipt = readonly [date: string, amount: string, iban: string, name: string, text: string];

/** A statement of MT940 in the form of ABN AMRO and most others, with its receipts (an amount below zero is a payment out). */
export function mt940(receipts: readonly Receipt[], name = 'bank.sta', account = ownIban, number = '1'): OfferedFile {
  const lines = receipts.flatMap(([date, amount, iban, who, text], place) => {
    const side = amount.startsWith('-') ? 'D' : 'C';
    const value = amount.replace('-', '').replace('.', ',');
    return [
      `:61:${date.slice(2).replaceAll('-', '')}${side}${value}NTRFNONREF//B${number}${place}`,
      `:86:/TRTP/SEPA OVERBOEKING/IBAN/${iban}/BIC/ABNANL2A/NAME/${who}/REMI/${text}/EREF/NOTPROVIDED`,
    ];
  });
  const cents = receipts.reduce((sum, [, amount]) => sum + Math.round(Number(amount) * 100), 0);
  const closing = `${(100_000 + cents) / 100}`.replace('.', ',');
  const first = receipts[0]?.[0] ?? '2026-11-18';
  const last = receipts.at(-1)?.[0] ?? first;
  const day = (date: string) => date.slice(2).replaceAll('-', '');
  const text = [
    'ABNANL2A',
    '940',
    'ABNANL2A',
    ':20:ABN AMRO BANK NV',
    `:25:${account}`,
    `:28C:${number}`,
    `:60F:C${day(first)}EUR1000,00`,
    ...lines,
    `:62F:C${day(last)}EUR${closing}${closing.includes(',') ? '' : ','}`,
    '-',
  ];
  return { name, blob: new Blob([text.join('\r\n')]) };
}

/** A PDF of these words; not one a program would show, but by its first bytes. */
export const pdf = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`%PDF-1.7\n${words}\n%%EOF\n`);

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const file = (name: string, content: string | Uint8Array): OfferedFile => ({
  name,
  blob: new Blob([content as BlobPart]),
});

export const us = party('Drukkerij Noord B.V.', ownKvk);
export const zon = party('Café de Zon', '44444444');
export const invoice = (number: string, amount: string, more = '') =>
  ublText({
    number,
    date: '2026-11-15',
    due: '2026-12-15',
    supplier: us,
    customer: zon,
    head: more,
    totals: totals(amount, amount, amount),
  });

export const list = openItems(fewLines, 'posten.csv', '2026-11-12');
export const paid: Receipt = ['2026-11-18', '121.00', 'NL02ABNA0123456789', 'Café de Zon', 'factuur 2026-001'];
export const strange: Receipt = ['2026-11-18', '77.77', 'NL02RABO0123456789', 'J. Onbekend', 'zie brief'];
export const statement = mt940([paid, strange]);

/** A file that was taken away after it was dropped. */
export const gone = (): Blob =>
  Object.assign(new Blob(['Nummer;Open']), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
  });

export async function textOf({ blob }: OfferedFile): Promise<string> {
  return blob.text();
}
