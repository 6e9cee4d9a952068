import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LetterService } from '#electron/app/letter-service.ts';
import { type Answer, Stop } from '#electron/commands/answer.ts';
import { demoCommand } from '#electron/commands/demo.ts';
import { dossierCommand, verifyCommand } from '#electron/commands/dossier.ts';
import type { RunServices } from '#electron/commands/run.ts';
import { runCommand } from '#electron/commands/run-command.ts';
import { hashOf } from '#electron/files/hash.ts';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';

// Whole runs with their letters: on a busy machine they take their time.
vi.setConfig({ testTimeout: 240_000 });

const assetsFolder = join(import.meta.dirname, '../../assets');

interface LetterLine {
  readonly debtor: string;
  readonly kind: string;
  readonly items: readonly string[];
  readonly total: string;
  readonly channels: readonly string[];
  readonly deadline: string;
  readonly pdf: string;
  readonly eml: string | null;
  readonly sha256: string;
}

interface RunJson {
  readonly debtors: number;
  readonly items: number;
  readonly proposed: number;
  readonly skipped: readonly { readonly debtor: string; readonly reasons: readonly string[] }[];
  readonly letters: readonly LetterLine[];
  readonly open: string;
}

const heading =
  'Debiteurnummer;Naam;Soort debiteur;Adres;Postcode;Plaats;E-mail;Automatische incasso;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand';

function csv(asOf: string, rows: readonly string[]): string {
  return `${[`Peildatum;${asOf}`, ...(rows[0]?.startsWith(heading) ? [] : [heading]), ...rows].join('\r\n')}\r\n`;
}

/** Two consumers alike, but for what was agreed about the term. */
const consumers = [
  `${heading};Termijn overeengekomen`,
  '1;A. Alfa;particulier;Straat 1;1000 AA;Amsterdam;;;A1;01-12-2025;15-12-2025;1.000,00;ja',
  '2;B. Beta;particulier;Straat 2;1000 AB;Amsterdam;;;B1;01-12-2025;15-12-2025;1.000,00;nee',
];

const debts = [
  '1;Alfa B.V.;zakelijk;Straat 1;1000 AA;Amsterdam;a@alfa.example;;A1;01-12-2025;10-01-2026;100,00',
  '1;Alfa B.V.;zakelijk;Straat 1;1000 AA;Amsterdam;a@alfa.example;;A2;01-10-2025;31-10-2025;1.250,00',
  '2;B. Beta;particulier;Straat 2;1000 AB;Amsterdam;;;B1;01-12-2025;15-12-2025;80,00',
  '3;Gamma;;;;;;;C1;01-12-2025;15-12-2025;80,00',
  '4;Delta B.V.;zakelijk;;;;d@delta.example;;D1;01-12-2025;15-12-2025;80,00',
  '4;Delta B.V.;zakelijk;;;;d@delta.example;;D2;20-12-2025;;-78,00',
  '5;Epsilon B.V.;zakelijk;;;;e@epsilon.example;ja;E1;01-01-2026;18-01-2026;55,00',
];

describe('run without a screen', () => {
  let folder: string;
  let letters: LetterService;
  let services: RunServices;
  const at = (name: string) => join(folder, name);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'voldaan-cli-'));
    letters = createLetterService(createInProcessRenderer(assetsFolder));
    services = { letters, assetsFolder, say: () => undefined };
    writeFileSync(
      at('administratie.json'),
      JSON.stringify({
        name: 'Voorbeeld B.V.',
        iban: 'NL59 RABO 0118 5293 07',
        email: 'post@voorbeeld.example',
        address: { street: 'Kade 1', postalCode: '8011 AA', city: 'Zwolle', country: 'NL' },
      }),
    );
  });
  afterAll(async () => {
    await letters.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function answer(args: readonly string[]): Promise<Answer> {
    try {
      return await runCommand(args, services);
    } catch (error) {
      if (error instanceof Stop) return error.answer;
      throw error;
    }
  }

  async function run(
    out: string,
    asOf: string,
    rows: readonly string[],
    more: readonly string[] = [],
  ): Promise<RunJson> {
    writeFileSync(at('lijst.csv'), csv(asOf.split('-').reverse().join('-'), rows));
    const args = [
      '--items',
      at('lijst.csv'),
      '--administration',
      at('administratie.json'),
      '--today',
      asOf,
      '--out',
      at(out),
    ];
    const { exit, json } = await answer([...args, ...more]);
    expect(exit).toBe(0);
    return json as RunJson;
  }

  it('starts every overdue item at the first step and names why the others wait', async () => {
    const json = await run('eerste', '2026-01-20', debts);
    expect(json).toMatchObject({ debtors: 5, items: 7, proposed: 2, open: '1567.00' });
    expect(
      json.letters.map(({ debtor, kind, total, channels, deadline }) => ({ debtor, kind, total, channels, deadline })),
    ).toEqual([
      { debtor: '1', kind: 'reminder', total: '1350.00', channels: ['email'], deadline: '2026-01-27' },
      { debtor: '2', kind: 'reminder', total: '80.00', channels: ['post'], deadline: '2026-01-27' },
    ]);
    expect(Object.fromEntries(json.skipped.map(({ debtor, reasons }) => [debtor, reasons]))).toEqual({
      3: ['no-contact'],
      4: ['below-tolerance'],
      5: ['direct-debit', 'not-due'],
    });
  });

  it('writes PDF, mail and dossier where it says, with the hash it says', async () => {
    const json = JSON.parse(readFileSync(at('eerste/run.json'), 'utf8')) as RunJson;
    for (const letter of json.letters) {
      expect(hashOf(readFileSync(join(at('eerste'), letter.pdf)))).toBe(letter.sha256);
      if (letter.eml) expect(existsSync(join(at('eerste'), letter.eml))).toBe(true);
    }
    expect(readdirSync(at('eerste/dossiers'))).toHaveLength(2);
  });

  it('gives the same bytes for the same input', async () => {
    const again = await run('nogmaals', '2026-01-20', debts);
    expect(again).toEqual(JSON.parse(readFileSync(at('eerste/run.json'), 'utf8')));
    const [name = ''] = readdirSync(at('eerste/dossiers'));
    expect(hashOf(readFileSync(join(at('nogmaals/dossiers'), name)))).toBe(
      hashOf(readFileSync(join(at('eerste/dossiers'), name))),
    );
  });

  it('repeats nothing the next day, and takes the next step after deadline and bank days', async () => {
    const nextDay = await run('dag-2', '2026-01-21', debts, ['--history', at('eerste')]);
    expect(nextDay.letters).toEqual([]);
    expect(nextDay.skipped.find(({ debtor }) => debtor === '1')?.reasons).toEqual([
      'deadline-running',
      'interval',
      'not-due',
    ]);
    const later = await run('dag-14', '2026-02-02', debts, ['--history', at('dag-2')]);
    expect(later.letters.map(({ debtor, kind, deadline }) => [debtor, kind, deadline])).toEqual([
      ['1', 'demand', '2026-02-09'],
      ['2', 'demand', '2026-02-16'],
      ['5', 'reminder', '2026-02-09'],
    ]);
  });

  it('takes a consumer up the ladder: the veertiendagenbrief after default, its costs after its term (art. 6:96 lid 6 BW)', async () => {
    const days: readonly [day: string, kind: string, deadline: string | null, totals: readonly string[]][] = [
      ['2026-01-20', 'reminder', '2026-01-27', ['1000.00', '1000.00']],
      ['2026-02-02', 'demand', '2026-02-16', ['1000.00', '1000.00']],
      // Three bank days after the term of the aanmaning, which was the notice of default to the second.
      ['2026-02-19', 'fourteen-day-letter', null, ['1000.00', '1000.00']],
      // Received Saturday the 21st; the fifteenth day is Sunday 8 March, so costs are due from the 10th.
      ['2026-03-12', '', null, []],
      // With the announced costs of 150; the shipped policy asks a consumer for no interest (criterion D1).
      ['2026-03-13', 'final-demand', '2026-03-20', ['1150.00', '1150.00']],
    ];
    let before: readonly string[] = [];
    for (const [day, kind, deadline, totals] of days) {
      const { letters: made } = await run(`ladder-${day}`, day, consumers, before);
      expect(made.map((letter) => [letter.kind, letter.deadline, letter.total])).toEqual(
        totals.map((total) => [kind, deadline, total]),
      );
      before = ['--history', at(`ladder-${day}`)];
    }
  });

  it('takes a lower amount as paid and a missing item as presumed paid', async () => {
    const rows = [debts[0]?.replace('100,00', '40,00') ?? ''];
    const json = await run('betaald', '2026-02-02', rows, ['--history', at('dag-2')]);
    expect(json.letters.map(({ debtor, items, total }) => ({ debtor, items, total }))).toEqual([
      { debtor: '1', items: ['A1'], total: '40.00' },
    ]);
    expect(json.skipped.find(({ debtor }) => debtor === '2')?.reasons).toEqual(['paid']);
  });

  it('makes nothing on stale data without a reason', async () => {
    writeFileSync(at('oud.csv'), csv('02-01-2026', debts));
    const args = ['--items', at('oud.csv'), '--administration', at('administratie.json'), '--today', '2026-01-20'];
    const { json } = await answer([...args, '--out', at('oud')]);
    expect((json as RunJson).letters).toEqual([]);
    expect((json as RunJson).skipped.every(({ reasons }) => reasons.includes('stale-data'))).toBe(true);
    const accepted = await answer([...args, '--out', at('oud-toch'), '--accept-stale', 'bank nagekeken']);
    expect((accepted.json as RunJson).letters).toHaveLength(2);
  });

  it('refuses a history that is damaged or of a later day, and an output that is a file, and writes nothing', async () => {
    writeFileSync(at('lijst.csv'), csv('20-01-2026', debts));
    const args = ['--items', at('lijst.csv'), '--administration', at('administratie.json'), '--today', '2026-01-19'];
    const later = await answer([...args, '--out', at('terug'), '--history', at('eerste')]);
    expect([later.exit, existsSync(at('terug'))]).toEqual([2, false]);
    cpSync(at('eerste'), at('kapot'), { recursive: true });
    const journal = at('kapot/journaal/journaal-000001.jsonl');
    const bytes = readFileSync(journal);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(journal, bytes);
    const damaged = await answer([...args, '--out', at('verder'), '--history', at('kapot')]);
    expect([damaged.exit, existsSync(at('verder'))]).toEqual([3, false]);
    expect((await answer([...args, '--out', at('lijst.csv')])).exit).toBe(2);
  });

  it('leaves out no debtor: one whose rows are all settled is skipped as paid', async () => {
    const rows = [debts[0] ?? '', '9;Zeta B.V.;zakelijk;;;;z@zeta.example;;Z1;01-12-2025;15-12-2025;0,00'];
    const json = await run('voldaan', '2026-01-20', rows);
    expect(json).toMatchObject({ debtors: 2, skipped: [{ debtor: '9', reasons: ['paid'] }] });
  });

  it('exports a dossier from the run that verifies, and finds a flipped byte', async () => {
    const out = at('alfa.zip');
    expect(await dossierCommand(['--run', at('eerste'), '--debtor', '1', '--out', out], assetsFolder)).toMatchObject({
      exit: 0,
    });
    expect((await verifyCommand([out])).json).toMatchObject({ ok: true, firstBroken: null });
    const bytes = readFileSync(out);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    writeFileSync(out, bytes);
    expect((await verifyCommand([out])).json).toMatchObject({ ok: false });
  });

  it.each([
    ['an unknown option', ['--onbekend', 'x'], 2],
    ['a missing option', ['--items', 'x.csv'], 2],
    ['a date that does not exist', ['--items', 'x', '--administration', 'x', '--out', 'x', '--today', '2026-02-30'], 2],
    [
      'stale data accepted without a reason',
      ['--items', 'x', '--administration', 'x', '--out', 'x', '--today', '2026-02-03', '--accept-stale', ' '],
      2,
    ],
    ['a list that is not there', ['--items', '/niet/daar.csv', '--out', 'x', '--today', '2026-02-03'], 3],
  ])('refuses %s and writes nothing', async (_, args, exit) => {
    const given = exit === 3 ? [...args, '--administration', at('administratie.json')] : args;
    const { exit: code, json } = await answer(given);
    expect(code).toBe(exit);
    expect(json).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
    expect(existsSync('x')).toBe(false);
  });

  it.each([
    [{ iban: 'NL60RABO0118529307' }, 'De IBAN van de administratie klopt niet: NL60RABO0118529307. Het controlecijfer'],
    [{ iban: 'NL59RABO011852930' }, 'De IBAN van de administratie klopt niet: NL59RABO011852930. Het aantal tekens'],
    [{ gAccount: 'NL60 RABO 0118 5293 07' }, 'De IBAN van de G-rekening van de administratie klopt niet: NL60 RABO'],
    [{ iban: undefined }, 'De administratie mist iets of is onjuist: iban'],
  ])('refuses an account nobody can pay to: %j', async (wrong, message) => {
    const administration = JSON.parse(readFileSync(at('administratie.json'), 'utf8'));
    writeFileSync(at('fout.json'), JSON.stringify({ ...administration, ...wrong }));
    const args = ['--items', at('lijst.csv'), '--administration', at('fout.json'), '--today', '2026-01-20'];
    const { exit, json } = await answer([...args, '--out', at('fout')]);
    expect({ exit, json }).toMatchObject({
      exit: 3,
      json: { error: { code: 'wrong-administration', message: expect.stringContaining(message) } },
    });
    expect(existsSync(at('fout'))).toBe(false);
  });

  it('replaces an earlier demo, and moves any other run aside', async () => {
    const demo = async () => (await demoCommand(['--out', at('demo')], services)).json as RunJson;
    const first = await demo();
    expect(first.letters.length).toBeGreaterThan(20);
    expect(await demo()).toEqual(first);
    expect(readdirSync(folder).filter((name) => name.startsWith('demo'))).toEqual(['demo']);
    await run('nogmaals', '2026-01-20', debts);
    expect(existsSync(at('nogmaals.eerder-1/run.json'))).toBe(true);
  });
});
