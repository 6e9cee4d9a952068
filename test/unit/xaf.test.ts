import { describe, expect, it } from 'vitest';
import {
  auditfile,
  codesOf,
  elements,
  fileOf,
  journal,
  line,
  openingSubLine,
  openOf,
  readText,
  receipt,
  refusalOf,
  sale,
  subLine,
  subledger,
  transaction,
} from './xaf-text.ts';

describe('the version is told by the words, the namespace is a hint', () => {
  const odb = 'http://www.odb.belastingdienst.nl/Belastingdienst/BCPP';
  const rgs =
    '<ledgerAccount><accID>1300</accID><accDesc>Debiteuren</accDesc><RGScode>BVorDebHad</RGScode></ledgerAccount>';
  const balances = `<customerSupplier>${elements('custSupID=K1 clBalDesc=10.00 clBalTp=D')}</customerSupplier>`;
  const withSubledger = { subledgers: subledger('CU', subLine('amnt=1.00 amntTp=D custSupID=K1 invRef=1 mutTp=I')) };
  it.each([
    ['3.0', { namespace: 'http://www.auditfiles.nl/XAF/3.0' }],
    ['3.1', { namespace: 'http://www.auditfiles.nl/XAF/3.1' }],
    ['3.2', { namespace: 'http://www.auditfiles.nl/XAF/3.2' }],
    ['3.2.1', { namespace: `${odb}/1.0/structures/XmlAuditfileFinancieel3.2.1` }],
    ['4.0', { namespace: `${odb}/1.1/structures/XmlauditfileXAF_4.0` }],
    ['4.0', { namespace: 'http://www.odb.belastingdienst.nl/XAF/4.0' }],
    ['4.0', { namespace: 'http://www.auditfiles.nl/XAF/4.0' }],
    ['3.2', { namespace: '' }],
    ['4.0', { namespace: '', relations: balances }],
    ['4.0', { namespace: '', accounts: rgs }],
    ['4.0', { namespace: 'http://www.auditfiles.nl/XAF/3.2', relations: balances }],
    ['3.2', { namespace: 'http://www.auditfiles.nl/XAF/3.2', accounts: rgs }],
    ['3.2', { namespace: 'http://www.auditfiles.nl/XAF/4.0', ...withSubledger }],
    ['3.2', { namespace: 'http://example.com/export', ...withSubledger }],
  ])('%s of %o', async (version, written) => {
    expect((await readText(auditfile(written))).version).toBe(version);
  });

  it('a version that is not what the file is built as is told', async () => {
    expect(codesOf(await readText(auditfile({ relations: balances })))).toContain('xaf-version');
    expect(
      codesOf(await readText(auditfile({ namespace: 'http://www.auditfiles.nl/XAF/4.0', relations: balances }))),
    ).not.toContain('xaf-version');
  });

  it('prefixes and capitals make no difference', async () => {
    const text = auditfile({ relations: balances })
      .replace(/<(\/?)([a-z])/g, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x=');
    expect(await readText(text)).toMatchObject({ version: '4.0', relations: [{ code: 'K1', closing: 1000 }] });
    expect(await readText(auditfile().replace(/<\/?\w+/g, (tag) => tag.toUpperCase()))).toMatchObject({
      company: 'Groothandel Proef',
      accounts: [{ id: '1300' }],
    });
  });

  it.each([
    ['xaf-clair2', '<auditfile><header><auditfileVersion>CLAIR2.00.00</auditfileVersion></header></auditfile>'],
    [
      'xaf-clair2',
      '<auditfile><transactions><journal><transaction><line><debitAmount>1</debitAmount></line></transaction></journal></transactions></auditfile>',
    ],
    ['xaf-adf', 'CLAIR1.00.00 PAKKET 20250101'],
    ['xaf-no-auditfile', '<Invoice><ID>1</ID></Invoice>'],
    ['xaf-truncated', auditfile().slice(0, -60)],
    ['xml-doctype', `<!DOCTYPE auditfile>${auditfile({ declaration: '' })}`],
    ['xml-no-root', ''],
  ])('refused as %s', async (code, text) => {
    expect((await refusalOf(fileOf(text)))?.[0]).toBe(code);
  });
});

describe('the receivables accounts', () => {
  const account = (facts: string, inside = ''): string => `<ledgerAccount>${elements(facts)}${inside}</ledgerAccount>`;
  const taxonomy = '<taxonomy><entryPoint><conceptRef>rgs:BVorDebHad</conceptRef></entryPoint></taxonomy>';
  it.each([
    ['by RGS code', ['1400'], account('accID=1400 accDesc=Afnemers RGScode=BVorDebHad')],
    ['by lead reference', ['1400'], account('accID=1400 accDesc=Afnemers leadReference=BVorDebHad')],
    ['by taxonomy', ['1400'], account('accID=1400 accDesc=Afnemers', taxonomy)],
    [
      'not its provision',
      ['1300'],
      account('accID=1300 accDesc=Debiteuren leadReference=BVorDebHad') +
        account('accID=1310 accDesc=Correctie leadReference=BVorDebVdd'),
    ],
    [
      'by name',
      ['13', '14'],
      account('accID=13 accDesc="Debiteuren binnenland"') + account('accID=14 accDesc="Debiteuren EU"'),
    ],
    [
      'not provisions, dubious debtors, costs',
      ['13'],
      account('accID=13 accDesc=Debiteuren') +
        account('accID=14 accDesc="Voorziening debiteuren"') +
        account('accID=15 accDesc="Dubieuze debiteuren"') +
        account('accID=47 accDesc="Kosten debiteurenbeheer" accTp=P'),
    ],
    [
      'not by name what has another code',
      ['1300'],
      account('accID=1300 accDesc="Handelsdebiteuren" leadReference=BVorDebHad') +
        account('accID=1690 accDesc="Debiteuren te verrekenen" leadReference=BSchOvsOvs'),
    ],
    ['by number, which is told', ['1300'], account('accID=1300 accDesc=Vorderingen')],
    ['not a bank', [], account('accID=1100 accDesc="Bank lopend"')],
  ])('%s', async (name, ids, accounts) => {
    const reading = await readText(auditfile({ accounts }));
    expect(reading.accounts.map(({ id }) => id)).toEqual(ids);
    expect(codesOf(reading).includes('xaf-account-guessed')).toBe(name.startsWith('by number'));
    expect(codesOf(reading).includes('xaf-no-receivables')).toBe(ids.length === 0);
  });
});

describe('level 1: subledgers', () => {
  const read = (...lines: readonly string[]) => readText(auditfile({ subledgers: subledger('CU', ...lines) }));

  it('what is booked under one match, letter or invoice is one item', async () => {
    const reading = await read(
      subLine('amnt=121.00 amntTp=D custSupID=K1 invRef=F1 matchKeyID=M1 mutTp=I invDt=2025-01-05 invDueDt=2025-02-04'),
      subLine('amnt=21.00 amntTp=C custSupID=K1 invRef=x matchKeyID=M1 mutTp=P invDt=2025-01-20 jrnID=B'),
      subLine('amnt=50.00 amntTp=D custSupID=K1 invRef=F2 recRef=A mutTp=I'),
      subLine('amnt=50.00 amntTp=C custSupID=K1 recRef=A mutTp=P'),
      subLine('amnt=30.00 amntTp=D custSupID=K1 invRef=F3 mutTp=I'),
      subLine('amnt=30.00 amntTp=D custSupID=K2 invRef=F3 mutTp=I'),
      subLine('amnt=10.00 amntTp=C custSupID=K2 invRef=F3 mutTp=P'),
    );
    expect(openOf(reading)).toEqual(['K1 F1 invoice 100', 'K1 F3 invoice 30', 'K2 F3 invoice 20']);
    expect(reading.items[0]).toMatchObject({
      debtorName: 'Bakkerij Jansen',
      date: '2025-01-05',
      dueDate: '2025-02-04',
      total: 12_100,
      payments: [{ date: '2025-01-20', amount: 2_100, journal: 'B' }],
    });
    expect(reading.settled.map(({ number }) => number)).toEqual(['F2']);
    expect(reading.level).toBe(1);
  });

  it('a match that only one of the two bears keeps them together, in either order', async () => {
    const invoice = subLine('amnt=50.00 amntTp=D custSupID=K1 invRef=F1 mutTp=I');
    const paid = subLine('amnt=50.00 amntTp=C custSupID=K1 invRef=F1 matchKeyID=M9 mutTp=P');
    expect(openOf(await read(invoice, paid))).toEqual([]);
    expect(openOf(await read(paid, invoice))).toEqual([]);
  });

  it('money that names no invoice is a receipt of its own', async () => {
    const reading = await read(
      subLine('amnt=10.00 amntTp=C custSupID=K1 invRef=0 mutTp=P'),
      subLine('amnt=20.00 amntTp=C custSupID=K1 invRef= mutTp=P'),
      subLine('amnt=30.00 amntTp=C custSupID=K1 mutTp=P'),
    );
    expect(openOf(reading)).toEqual(['K1 - receipt -10', 'K1 - receipt -20', 'K1 - receipt -30']);
  });

  it.each([
    ['a credit note', 'credit', -50, [subLine('amnt=50.00 amntTp=C custSupID=K1 invRef=C1 mutTp=I invTp=C')]],
    ['a negative invoice', 'credit', -50, [subLine('amnt=-50.00 amntTp=D custSupID=K1 invRef=C1 mutTp=I invTp=D')]],
    ['a negative credit', 'invoice', 50, [subLine('amnt=-50.00 amntTp=C custSupID=K1 invRef=C1 mutTp=I')]],
    [
      'more paid than owed',
      'receipt',
      -10,
      [
        subLine('amnt=50 amntTp=D custSupID=K1 invRef=C1 mutTp=I'),
        subLine('amnt=60 amntTp=C custSupID=K1 invRef=C1 mutTp=P'),
      ],
    ],
    ['without mutTp by its side', 'invoice', 50, [subLine('amnt=50 amntTp=D custSupID=K1 invRef=C1')]],
    ['five decimals', 'invoice', 50.01, [subLine('amnt=50.00712 amntTp=D custSupID=K1 invRef=C1')]],
    ['a power of ten', 'invoice', 1200, [subLine('amnt=1.2E+3 amntTp=D custSupID=K1 invRef=C1')]],
    ['a comma', 'invoice', 1234.5, [subLine('amnt=1234,50 amntTp=d custSupID=K1 invRef=C1')]],
  ])('%s', async (_, kind, open, lines) => {
    expect(openOf(await read(...lines))).toEqual([`K1 C1 ${kind} ${open}`]);
  });

  it('dates bear a zone or a time, and 0001-01-01 is none', async () => {
    const reading = await read(
      subLine('amnt=1 amntTp=D custSupID=K1 invRef=1 invDt=2025-01-05+01:00 invDueDt=2025-02-04T00:00:00Z'),
      subLine('amnt=1 amntTp=D custSupID=K1 invRef=2 invDt=2025-02-30 invDueDt=0001-01-01'),
    );
    expect(reading.items.map(({ date, dueDate }) => [date, dueDate])).toEqual([
      ['2025-01-05', '2025-02-04'],
      [null, null],
    ]);
  });

  it('an amount that is none leaves its line out and is told with its place', async () => {
    const reading = await read(
      subLine('amnt=tien amntTp=D custSupID=K1 invRef=1'),
      subLine('amnt=2 amntTp=D custSupID=K1 invRef=2'),
    );
    expect(openOf(reading)).toEqual(['K1 2 invoice 2']);
    expect(reading.warnings[0]).toMatchObject({
      code: 'xaf-amount',
      params: { amount: 'tien' },
      row: expect.any(Number),
    });
  });

  it('opening items count, and items are held against opening plus mutations', async () => {
    const opening = `<obLine>${elements('nr=1 accID=1300 amnt=80.00 amntTp=D')}</obLine><obSubledgers><obSubledger><sbType>CU</sbType>${openingSubLine('obLineNr=1 amnt=80.00 amntTp=D custSupID=K1 invRef=F0 mutTp=I')}</obSubledger></obSubledgers>`;
    const paid = subLine('jrnID=B trNr=9 trLineNr=1 amnt=30.00 amntTp=C custSupID=K1 invRef=F0 mutTp=P');
    const right = await readText(
      auditfile({ opening, journals: receipt('9', '', '30.00'), subledgers: subledger('CU', paid) }),
    );
    expect(openOf(right)).toEqual(['K1 F0 invoice 50']);
    expect(right.items[0]).toMatchObject({
      account: '1300',
      payments: [{ date: '2025-03-01', amount: 3_000, journal: 'B' }],
    });
    expect(right.accounts).toEqual([
      { id: '1300', name: 'Debiteuren', why: 'name', opening: 8_000, mutations: -3_000, closing: 5_000 },
    ]);
    expect([right.controlTotal, right.warnings]).toEqual([5_000, []]);
    const wrong = await readText(auditfile({ opening, subledgers: '', journals: receipt('9', '', '31.00') }));
    expect(wrong.warnings[0]).toMatchObject({ code: 'xaf-control-differs', params: { difference: '€\u00a0-31,00' } });
  });

  it('of the opening balance alone goes on in bookings that name debtor and invoice', async () => {
    const opening = `<obLine>${elements('nr=1 accID=1300 amnt=80.00 amntTp=D')}</obLine><obSubledgers><obSubledger><sbType>CU</sbType>${openingSubLine('obLineNr=1 amnt=80.00 amntTp=D custSupID=K1 invRef=F0 invDt=2024-12-01 invDueDt=2024-12-31')}</obSubledger></obSubledgers>`;
    const reading = await readText(
      auditfile({
        opening,
        journals: receipt('9', 'custSupID=K1 invRef=F0', '30.00') + sale('10', 'custSupID=K2 invRef=F1', '20.00'),
      }),
    );
    expect([reading.level, openOf(reading)]).toEqual([1, ['K1 F0 invoice 50', 'K2 F1 invoice 20']]);
    expect(reading.items[0]).toMatchObject({
      date: '2024-12-01',
      dueDate: '2024-12-31',
      total: 8_000,
      account: '1300',
      payments: [{ date: '2025-03-01', amount: 3_000, journal: 'B' }],
    });
    expect([reading.controlTotal, reading.warnings]).toEqual([7_000, []]);
  });

  it('of mixed subledgers only what is of customers: by account, by sale, by relation', async () => {
    const journals = sale('7', '', '10.00');
    const mixed = [
      subLine('jrnID=V trNr=7 trLineNr=1 amnt=10.00 amntTp=D custSupID=K1 invRef=A mutTp=I'),
      subLine('amnt=20.00 amntTp=D custSupID=K1 invRef=B mutTp=I invPurSalTp=S'),
      subLine('amnt=30.00 amntTp=C custSupID=K2 invRef=C mutTp=I invPurSalTp=P'),
      subLine('amnt=40.00 amntTp=C custSupID=K2 invRef=D mutTp=I'),
    ];
    for (const type of ['CS', 'ZZ']) {
      const reading = await readText(
        auditfile({ journals, subledgers: subledger(type, ...mixed) + subledger('SU', mixed[1]!) }),
      );
      expect(openOf(reading)).toEqual(['K1 A invoice 10', 'K1 B invoice 20']);
      expect(reading.warnings.find(({ code }) => code === 'xaf-unclear-lines')?.params).toEqual({ count: 1 });
    }
  });

  it('a number that two bookings have points to neither account', async () => {
    const twice = journal(
      'jrnID=V jrnTp=S',
      transaction('nr=7 trDt=2025-02-01', line('nr=1 accID=1300 amnt=5 amntTp=D')),
      transaction('nr=7 trDt=2025-02-02', line('nr=1 accID=1300 amnt=5 amntTp=D')),
    );
    const reading = await readText(
      auditfile({
        journals: twice,
        subledgers: subledger(
          'CU',
          subLine('jrnID=V trNr=7 trLineNr=1 amnt=10 amntTp=D custSupID=K1 invRef=A mutTp=I'),
        ),
      }),
    );
    expect(reading.items[0]).toMatchObject({ account: null, open: 1_000 });
    expect(codesOf(reading)).toContain('xaf-repeated-lines');
  });

  it('no order is relied on: type after its lines, subledgers before bookings, ledger last', async () => {
    const lines = subLine('jrnID=V trNr=7 trLineNr=1 amnt=10.00 amntTp=D custSupID=K1 invRef=A mutTp=I');
    const turned = `<auditfile><company><transactions><subledgers><subledger>${lines}<sbType>CS</sbType></subledger></subledgers>
      ${sale('7', '', '10.00')}</transactions><generalLedger><ledgerAccount><accDesc>Debiteuren</accDesc><accID>1300</accID></ledgerAccount></generalLedger>
      <companyName>Later</companyName></company><header><fiscalYear>2025</fiscalYear></header></auditfile>`;
    const reading = await readText(turned);
    expect(openOf(reading)).toEqual(['K1 A invoice 10']);
    expect(reading).toMatchObject({ company: 'Later', fiscalYear: '2025', controlTotal: 1_000 });
  });
});

describe('level 2: bookings that name debtor and invoice', () => {
  it('groups them by invoice and says which year they are of', async () => {
    const reading = await readText(
      auditfile({
        journals:
          sale('1', 'custSupID=K1 invRef=F1', '100.00') +
          sale('2', 'custSupID=K2 invRef=F2', '50.00') +
          receipt('3', 'custSupID=K1 invRef=F1', '40.00'),
      }),
    );
    expect(reading.level).toBe(2);
    expect(openOf(reading)).toEqual(['K1 F1 invoice 60', 'K2 F2 invoice 50']);
    expect(reading.items[0]).toMatchObject({ total: 10_000, date: '2025-02-01', dueDate: null, account: '1300' });
    expect(reading.warnings.find(({ code }) => code === 'xaf-level-2')?.params).toMatchObject({ year: '2025' });
  });

  it('payments of invoices of an earlier year are left out and told', async () => {
    const opening = `<obLine>${elements('nr=1 accID=1300 amnt=500.00 amntTp=D')}</obLine>`;
    const reading = await readText(
      auditfile({
        opening,
        journals:
          sale('1', 'custSupID=K1 invRef=F1', '100.00') +
          receipt('2', 'custSupID=K1 invRef=F1', '100.00') +
          receipt('3', 'custSupID=K1 invRef=OUD', '500.00') +
          sale('4', 'custSupID=K2 invRef=F2', '10.00'),
      }),
    );
    expect(openOf(reading)).toEqual(['K2 F2 invoice 10']);
    expect(reading.warnings.find(({ code }) => code === 'xaf-earlier-invoices')?.params).toMatchObject({ count: 1 });
  });
});

describe('levels 3 and 0: no items', () => {
  const named = sale('1', 'custSupID=K1 invRef=F1', '100.00') + receipt('2', 'custSupID=K1 invRef=F1', '40.00');
  it.each([
    ['items that come to the balance of each relation are items', '60.00 D', 2],
    ['items that do not are none: the balance is all the file gives', '0.00 D', 3],
  ])('%s', async (_, balance, level) => {
    const [amount, side] = balance.split(' ');
    const relation = elements(`custSupID=K1 custSupTp=C clBalDesc=${amount} clBalTp=${side}`);
    const supplier = elements('custSupID=L1 custSupTp=S clBalDesc=99.00 clBalTp=C');
    const relations = [relation, supplier].map((text) => `<customerSupplier>${text}</customerSupplier>`).join('');
    const reading = await readText(auditfile({ relations, journals: named }));
    expect([reading.level, openOf(reading)]).toEqual([level, level === 2 ? ['K1 F1 invoice 60'] : []]);
  });

  it.each([
    ['', 2],
    ['custSupTp=B', 2],
    ['custSupTp=C', 3],
  ])('a balance we owe to one the file calls "%s", never booked on receivables', async (type, level) => {
    const relations = [
      'custSupID=K1 custSupTp=C clBalDesc=60.00 clBalTp=D',
      `custSupID=L1 ${type} clBalDesc=99.00 clBalTp=C`,
    ]
      .map((text) => `<customerSupplier>${elements(text.replace('  ', ' '))}</customerSupplier>`)
      .join('');
    expect((await readText(auditfile({ relations, journals: named }))).level).toBe(level);
  });

  it('balances of relations are a control total', async () => {
    const relations = ['K1 C 10.00 D', 'K2 B 4.00 C', 'L1 S 99.00 C']
      .map((text) => text.split(' '))
      .map(
        ([code, type, amount, side]) =>
          `<customerSupplier>${elements(`custSupID=${code} custSupTp=${type} clBalDesc=${amount} clBalTp=${side}`)}</customerSupplier>`,
      );
    const reading = await readText(auditfile({ relations: relations.join(''), accounts: '' }));
    expect([reading.level, reading.items, reading.controlTotal]).toEqual([3, [], 600]);
    expect(codesOf(reading)).toContain('xaf-level-3');
  });

  it.each([
    ['references on invoices alone', sale('1', 'custSupID=K1 invRef=F1', '100.00') + receipt('2', '', '100.00')],
    [
      'payments that name other things',
      sale('1', 'custSupID=K1 invRef=F1', '100.00') + receipt('2', 'custSupID=K1 invRef=AFSCHRIFT-1', '90.00'),
    ],
    ['no debtors', sale('1', 'invRef=F1', '100.00') + receipt('2', 'invRef=F1', '90.00')],
    ['no bookings', ''],
  ])('%s', async (_, journals) => {
    const reading = await readText(auditfile({ journals }));
    expect([reading.level, reading.items]).toEqual([0, []]);
    expect(codesOf(reading)).toContain('xaf-level-0');
  });
});
