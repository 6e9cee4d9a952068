import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDossier, type DossierSource } from '#electron/dossier/export.ts';
import { verificationScript } from '#electron/dossier/verification-script.ts';
import { verifyDossier } from '#electron/dossier/verify.ts';
import { atomicWrite } from '#electron/files/atomic-write.ts';
import { hashOf } from '#electron/files/hash.ts';
import { letterFolder, placeOf } from '#electron/files/store.ts';
import { loadFonts } from '#electron/letters/fonts.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import type { DebtorLedger } from '#shared/domain/books.ts';
import { type Debtor, unknownDebtor } from '#shared/domain/debtor.ts';
import { type ChainId, type DossierEvent, nextEvent } from '#shared/domain/event.ts';
import { blankItem, type OpenItem } from '#shared/domain/item.ts';
import type { Letter } from '#shared/domain/letter.ts';
import { manifestText, readManifest } from '#shared/dossier/manifest.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { letterPlan } from '#test/golden/letter-plans.ts';

const fonts = loadFonts(resolve('assets'));
const words = createTranslator('nl');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'voldaan-dossier-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const administration = newAdministration({
  id: 'a',
  name: 'Groothandel Noord B.V.',
  iban: 'NL91ABNA0417164300',
  address: { street: 'Kade 1', postalCode: '1011 AB', city: 'Amsterdam', country: 'NL' },
});
const debtor: Debtor = {
  ...unknownDebtor,
  id: 7,
  code: 'D-007',
  name: '=Bakkerij "Zoet"; & Zn.',
  kind: 'business',
  legalForm: 'vof',
  address: { street: 'Dorpsstraat 5', postalCode: '3511 AA', city: 'Utrecht', country: 'NL' },
  email: 'info@voorbeeld.nl',
  kvk: '12345678',
  since: '2026-01-05',
};

function item(id: string, given: Partial<OpenItem>): OpenItem {
  return blankItem({
    id,
    number: id,
    date: '2026-09-01',
    dueDate: '2026-10-01',
    total: 121_00,
    vatCents: 21_00,
    ...given,
  });
}

function chain(id: ChainId, count: number): DossierEvent[] {
  const events: DossierEvent[] = [];
  for (let seq = 1; seq <= count; seq++) {
    const at = `2026-11-${String(1 + (seq % 20)).padStart(2, '0')}T09:00:00`;
    events.push(nextEvent(id, events.at(-1), { at, type: 'note', data: { text: `Notitie ${seq}` } }));
  }
  return events;
}

/** A letter with its files on disk; the bytes stand for a PDF. */
async function letter(id: string): Promise<Letter> {
  const pdf = Buffer.from(`%PDF-1.3 ${id} ${'x'.repeat(500)}`);
  const eml = Buffer.from(`Subject: ${id}\r\n`);
  const own = letterFolder(folder, '2026-11-20', id);
  await atomicWrite(join(own, `Aanmaning-${id}.pdf`), pdf);
  await atomicWrite(join(own, `Aanmaning-${id}.eml`), eml);
  const file = (kind: 'letter-pdf' | 'letter-mail', bytes: Buffer, name: string) => ({
    file: { kind, id },
    name,
    bytes: bytes.length,
    sha256: hashOf(bytes),
  });
  return {
    id,
    plan: letterPlan({ id }),
    batchId: 'b1',
    state: 'issued',
    receipt: {
      letterId: id,
      pages: 1,
      pdf: file('letter-pdf', pdf, `brieven/2026/${id}/Aanmaning-${id}.pdf`),
      eml: file('letter-mail', eml, `brieven/2026/${id}/Aanmaning-${id}.eml`),
    },
    reason: null,
  };
}

async function source(letters = 2): Promise<DossierSource> {
  const issued = await Promise.all(Array.from({ length: letters }, (_, index) => letter(`letter${index}`)));
  const ledger: DebtorLedger = {
    debtor: { 7: debtor },
    item: {
      F1: item('F1', { listed: { open: 100_00, bankUntil: '2026-11-01' } }),
      F2: item('F2', { total: 50_00, dueDate: '2026-09-15', dueDerived: true, vatCents: null }),
      C1: item('C1', { kind: 'credit', total: -20_00, dueDate: null }),
      W1: item('W1', { kind: 'deposit', total: 500_00 }),
      P1: item('P1', { state: 'closed' }),
    },
    payment: {
      p: {
        id: 'p',
        date: '2026-11-05',
        amount: 10_00,
        currency: 'EUR',
        source: 'bank',
        counterparty: '+Bakkerij',
        iban: null,
        remittance: null,
        importId: null,
      },
    },
    allocation: { a: { id: 'a', paymentId: 'p', itemId: 'F2', date: '2026-11-05', amount: 10_00 } },
    letter: Object.fromEntries(issued.map((made) => [made.id, made])),
  };
  return {
    folder,
    debtor,
    ledger,
    events: chain(7, 12),
    administrationEvents: chain('administration', 3),
    merged: [],
    administration,
    rates: builtInRates,
    today: '2026-11-20',
  };
}

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

describe('a dossier ZIP', () => {
  test('holds what cli.md names, verifies, and is the same bytes when made again', async () => {
    const dossier = await buildDossier(await source(), fonts, words);
    const names = Object.keys(unzipSync(dossier.bytes)).sort();
    expect(names).toEqual([
      'bewijs/LEESMIJ.txt',
      'brieven/Aanmaning-letter0.pdf',
      'brieven/Aanmaning-letter1.pdf',
      'facturen/LEESMIJ.txt',
      'gebeurtenissen-administratie.jsonl',
      'gebeurtenissen.jsonl',
      'index.pdf',
      'mails/Aanmaning-letter0.eml',
      'mails/Aanmaning-letter1.eml',
      'manifest.json',
      'tijdlijn.csv',
      'verificatie.html',
      'vordering.csv',
      'vordering.json',
    ]);
    expect(verifyDossier(dossier.bytes)).toEqual({ ok: true, events: 15, files: 14, firstBroken: null });
    expect(Buffer.compare((await buildDossier(await source(), fonts, words)).bytes, dossier.bytes)).toBe(0);
    if (process.env.VOLDAAN_KEEP) writeFileSync(process.env.VOLDAAN_KEEP, dossier.bytes);
  });

  test('holds the chain of a debtor that became part of this one, in the timeline too, and checks it', async () => {
    const merged = [{ id: 9, code: 'D-009', name: 'Bakkerij Zoet', events: chain(9, 4) }];
    const { bytes } = await buildDossier({ ...(await source()), merged }, fonts, words);
    expect(verifyDossier(bytes)).toEqual({ ok: true, events: 19, files: 15, firstBroken: null });
    const files = unzipSync(bytes);
    const name = 'gebeurtenissen-samengevoegd-9.jsonl';
    expect(text(files[name]).split('\n')).toHaveLength(5);
    expect(text(files['tijdlijn.csv'])).toContain(';samengevoegd: D-009;4;');
    const changed = { ...files, [name]: Buffer.from(text(files[name]).replace('Notitie 3', 'Notitie 8')) };
    expect(verifyDossier(zipSync(changed)).firstBroken).toBe(`${name}:3`);
    const { [name]: _, ...without } = files;
    expect(verifyDossier(zipSync(without)).ok).toBe(false);
    const page = vm.runInNewContext(`${verificationScript}; checkFiles`, { TextDecoder, TextEncoder }) as (
      given: object,
    ) => { readonly ok: boolean; readonly findings: readonly string[] };
    expect(page({ ...files }).ok).toBe(true);
    expect([...page(changed).findings]).toContain(`${name}: gebeurtenis 3 klopt niet`);
  });

  test('the claim is open invoices less credits; deposits and settled items are not in it; Σ total − paid = open', async () => {
    const files = unzipSync((await buildDossier(await source(), fonts, words)).bytes);
    const claim = JSON.parse(text(files['vordering.json']));
    expect(
      claim.rows.map((row: { number: string; total: string; paid: string; open: string }) => [
        row.number,
        row.total,
        row.paid,
        row.open,
      ]),
    ).toEqual([
      ['F2', '50.00', '10.00', '40.00'],
      ['F1', '121.00', '21.00', '100.00'],
      ['C1', '-20.00', '0.00', '-20.00'],
    ]);
    expect(claim.totals).toEqual([
      {
        currency: 'EUR',
        principal: '120.00',
        // Fifty days of 10.40% over F1; the due date of F2 is computed, so nothing runs over it yet.
        interest: { amount: '1.42', status: 'computed', reason: null, statusText: null },
        collectionCosts: { amount: '40.00', status: 'computed', reason: null, statusText: null },
        total: '161.42',
        perDay: '0.03',
        ledgerOpen: '120.00',
      },
    ]);
  });

  test('CSV files open in a Dutch spreadsheet and run nothing', async () => {
    const files = unzipSync((await buildDossier(await source(), fonts, words)).bytes);
    const claim = text(files['vordering.csv']);
    const [heading, first] = claim.split('\r\n');
    expect(claim.startsWith('\ufeffDebiteurnummer;')).toBe(true);
    expect(heading?.split(';')).toHaveLength(28);
    expect(first).toContain(`"'=Bakkerij ""Zoet""; & Zn."`);
    expect(first).toContain(';01-09-2026;15-09-2026;ja;EUR;50,00;;10,00;40,00;nee;0,00;berekend;');
    expect(text(files['tijdlijn.csv'])).toContain('02-11-2026;09:00;debiteur;1;Notitie;Notitie 1;');
  });

  test('a letter that is gone or changed on disk is named, not hidden', async () => {
    const given = await source();
    const first = given.ledger.letter?.letter0;
    const changed = {
      ...first,
      receipt: { ...first?.receipt, pdf: { ...first?.receipt?.pdf, sha256: '0'.repeat(64) } },
    };
    const absent = {
      ...given.ledger.letter?.letter1,
      receipt: {
        ...first?.receipt,
        eml: null,
        pdf: { ...first?.receipt?.pdf, file: { kind: 'letter-pdf', id: 'nowhere' } },
      },
    };
    const ledger = { ...given.ledger, letter: { letter0: changed as Letter, letter1: absent as Letter } };
    const { remarks, bytes } = await buildDossier({ ...given, ledger }, fonts, words);
    expect(remarks).toEqual([
      'Anders dan bij het maken: brieven/Aanmaning-letter0.pdf',
      expect.stringMatching(/^Niet op schijf gevonden: brieven\//),
    ]);
    expect(verifyDossier(bytes).ok).toBe(true);
  });

  test('copies of invoices are in it by their name, and one that is gone is named', async () => {
    const given = await source(1);
    const pdf = Buffer.from('%PDF-1.4 F1');
    await atomicWrite(placeOf(folder, 'invoice-copy', 'stored.pdf'), pdf);
    const facts = {
      name: 'factuur F1.pdf',
      mime: 'application/pdf',
      bytes: pdf.length,
      sha256: hashOf(pdf),
      importId: null,
    };
    const copy = {
      one: { ...facts, id: 'one', itemId: 'F1', fileId: 'stored.pdf' },
      two: { ...facts, id: 'two', itemId: 'F2', fileId: 'nowhere.pdf', name: 'factuur F2.pdf' },
    };
    const { bytes, remarks } = await buildDossier({ ...given, ledger: { ...given.ledger, copy } }, fonts, words);
    const files = unzipSync(bytes);
    expect(Object.keys(files).filter((name) => name.startsWith('facturen/'))).toEqual(['facturen/factuur-F1.pdf']);
    expect(Buffer.from(files['facturen/factuur-F1.pdf']!)).toEqual(pdf);
    expect(remarks).toEqual(['Niet op schijf gevonden: facturen/factuur-F2.pdf']);
    expect(verifyDossier(bytes).ok).toBe(true);
  });
});

describe('verification finds one changed byte anywhere and names it', () => {
  test('in every file, and in the container around them', async () => {
    const { bytes } = await buildDossier(await source(), fonts, words);
    const content = unzipSync(bytes);
    for (const [name, file] of Object.entries(content)) {
      const place = Buffer.from(bytes).indexOf(file);
      const changed = Uint8Array.from(bytes);
      const at = place + Math.floor(file.length / 2);
      changed[at] = (changed[at] as number) ^ 1;
      const found = verifyDossier(changed);
      expect([name, found.ok]).toEqual([name, false]);
      expect(found.firstBroken?.startsWith(name)).toBe(true);
    }
    for (let at = 0; at < bytes.length; at += at < 60 || at > bytes.length - 1500 ? 1 : 997) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] as number) ^ 0x20;
      expect([at, verifyDossier(changed).ok]).toEqual([at, false]);
    }
  });

  test('packed anew by another program, no file is changed', async () => {
    const { bytes } = await buildDossier(await source(), fonts, words);
    const content = Object.entries(unzipSync(bytes));
    const stored = { level: 0, mtime: '2031-02-03T04:05:06' } as const;
    for (const entries of [content, content.toReversed()]) {
      const again = zipSync(Object.fromEntries(entries.map(([name, file]) => [name, [file, stored]] as const)));
      expect(again).toHaveLength(bytes.length);
      expect(verifyDossier(again)).toMatchObject({ ok: true, firstBroken: null });
    }
    const withFolders = zipSync({ 'brieven/': new Uint8Array(), ...Object.fromEntries(content) });
    expect(verifyDossier(withFolders)).toMatchObject({ ok: true, files: content.length });
  });

  test('an event changed is named by its number, also when the file list was made to match', async () => {
    const { bytes } = await buildDossier(await source(), fonts, words);
    const content = unzipSync(bytes);
    const forged = Buffer.from(text(content['gebeurtenissen.jsonl']).replace('Notitie 5', 'Notitie 9'));
    const manifest = readManifest(text(content['manifest.json']));
    if (!manifest) throw new Error('no manifest');
    const { seal: _, ...open } = manifest;
    const files = open.files.map((file) =>
      file.name === 'gebeurtenissen.jsonl' ? { ...file, bytes: forged.length, sha256: hashOf(forged) } : file,
    );
    const zip = zipSync({
      ...content,
      'gebeurtenissen.jsonl': forged,
      'manifest.json': Buffer.from(manifestText({ ...open, files })),
    });
    expect(verifyDossier(zip)).toMatchObject({ ok: false, firstBroken: 'gebeurtenissen.jsonl:5' });
  });

  test.each([
    ['a file left out', (files: Record<string, Uint8Array>) => delete files['index.pdf'], 'index.pdf'],
    [
      'a file added',
      (files: Record<string, Uint8Array>) => (files['brieven/extra.pdf'] = Buffer.from('x')),
      'brieven/extra.pdf',
    ],
    [
      'a name that leaves its folder',
      (files: Record<string, Uint8Array>) => (files['../evil'] = Buffer.from('x')),
      'zip:../evil',
    ],
    ['no manifest', (files: Record<string, Uint8Array>) => delete files['manifest.json'], 'manifest.json'],
  ])('%s', async (_, change, broken) => {
    const content = unzipSync((await buildDossier(await source(), fonts, words)).bytes);
    change(content);
    expect(verifyDossier(zipSync(content))).toMatchObject({ ok: false, firstBroken: broken });
  });

  test('packed anew by another program, unchanged files still verify', async () => {
    const content = unzipSync((await buildDossier(await source(), fonts, words)).bytes);
    expect(verifyDossier(zipSync(content, { level: 9 }))).toMatchObject({ ok: true, firstBroken: null });
  });

  test('what is no ZIP, and a ZIP bomb, are refused without unpacking', () => {
    expect(verifyDossier(Buffer.from('not a zip'))).toMatchObject({ ok: false, firstBroken: 'zip' });
    const bomb = zipSync({ 'index.pdf': new Uint8Array(40 * 1024 * 1024) }, { level: 9 });
    expect(verifyDossier(bomb)).toMatchObject({ ok: false, firstBroken: 'zip:index.pdf' });
  });
});

describe('verificatie.html checks the same without Voldaan', () => {
  const page = vm.createContext({ TextDecoder, TextEncoder, Uint8Array, Uint32Array, DataView });
  vm.runInContext(verificationScript, page);
  const check = (zip: Uint8Array) => {
    Object.assign(page, { zip: Uint8Array.from(zip) });
    return JSON.parse(vm.runInContext('JSON.stringify(checkFiles(unzip(new Uint8Array(zip.buffer))))', page) as string);
  };

  test('its SHA-256 is the standard one for every length around a block', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) & 255);
      Object.assign(page, { bytes });
      expect(vm.runInContext('sha256(bytes)', page)).toBe(hashOf(bytes));
    }
  });

  test('an untouched dossier is in order; a changed event, file and manifest are named', async () => {
    const { bytes } = await buildDossier(await source(), fonts, words);
    expect(check(bytes)).toMatchObject({ ok: true, files: 14, events: 15, findings: [] });
    const changedAt = (needle: string) => {
      const changed = Uint8Array.from(bytes);
      const at = Buffer.from(bytes).indexOf(needle);
      changed[at] = (changed[at] as number) ^ 1;
      return check(changed).findings.join();
    };
    expect(changedAt('Notitie 5"')).toContain('gebeurtenissen.jsonl: gebeurtenis 5 klopt niet');
    expect(changedAt('%PDF-1.3 letter1')).toContain('brieven/Aanmaning-letter1.pdf is gewijzigd');
    expect(changedAt('voldaan-dossier')).toContain('manifest.json');
  });
});
