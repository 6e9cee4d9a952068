import { describe, expect, it } from 'vitest';
import { readText, refusalOf, warningsOf } from './table-text.ts';

const snelstart = `Relatiecode;Naam;Contactpersoon;Adres;Postcode;Plaats;LandID;Telefoon;Emailadres;BTW nummer;Krediettermijn;Nummer kvk;IBAN;BIC
20001;Smederij De Vonk;J. Vonk;Ambachtsweg 4;8011 AB;Zwolle;1;038-4000000;info@vonk.example;NL001234567B01;14;12345678;NL13TEST0123456789;TESTNL2A
20002;Tuinderij Zonzij;;Kaslaan 9;2671 CD;Naaldwijk;1;;;;30;;;`;

const visma = `Debiteurnummer;Naam;Factuuradres 1;Factuuradres 2;Factuurpostcode;Factuurplaats;Land;E-mail;Betalingsvoorwaarden;Btw-nummer;KvK-nummer
1;Smederij De Vonk;Ambachtsweg 4;;8011 AB;Zwolle;Nederland;info@vonk.example;30 dagen;NL001234567B01;12345678`;

describe('a list of debtors holds debtors and no items', () => {
  it('SnelStart', async () => {
    const reading = await readText(snelstart);
    expect(reading).toMatchObject({ kind: 'debtors', profile: 'snelstart', refusal: null, items: [], full: false });
    expect(reading.debtors).toMatchObject([
      {
        code: '20001',
        name: 'Smederij De Vonk',
        contact: 'J. Vonk',
        street: 'Ambachtsweg 4',
        postalCode: '8011 AB',
        city: 'Zwolle',
        country: null,
        phone: '038-4000000',
        email: 'info@vonk.example',
        vatId: 'NL001234567B01',
        kvk: '12345678',
        iban: 'NL13TEST0123456789',
        termDays: 14,
      },
      { code: '20002', email: null, termDays: 30, kvk: null },
    ]);
    expect(warningsOf(reading)).toEqual([
      'lijst.csv: dit is een debiteurenlijst met 2 debiteuren. Er zijn geen posten gelezen.',
    ]);
  });

  it('Visma eAccounting', async () => {
    const reading = await readText(visma);
    expect(reading).toMatchObject({ kind: 'debtors', profile: 'visma-eaccounting' });
    expect(reading.debtors).toMatchObject([
      { code: '1', street: 'Ambachtsweg 4', postalCode: '8011 AB', city: 'Zwolle', country: 'NL', termDays: 30 },
    ]);
  });

  it.each([
    [
      'a house number of its own',
      'Code;Naam;Straat;Huisnummer;Toevoeging;Plaats\n1;Kok;Dorpsstraat;12;a;Ede',
      'Dorpsstraat 12a',
    ],
    [
      'a house number in the street',
      'Code;Naam;Straat;Huisnummer;Plaats\n1;Kok;Dorpsstraat 12;12;Ede',
      'Dorpsstraat 12',
    ],
  ])('%s', async (_, text, street) => {
    expect((await readText(text)).debtors).toMatchObject([{ street }]);
  });

  it.each([
    ['Nummer', 'Nummer;Naam;Adres;Postcode;Plaats\n007;Kok;Dorpsstraat 1;1234 AB;Ede'],
    ['Referentie', 'Referentie;Naam;Adres;Postcode;Plaats\n007;Kok;Dorpsstraat 1;1234 AB;Ede'],
    ['English', 'Customer number,Company name,Address,Postal code,City\n007,Kok,Dorpsstraat 1,1234 AB,Ede'],
    ['code and name alone', 'Debiteurnummer;Naam\n007;Kok\n008;Bos'],
  ])('%s is the code of the debtor', async (_, text) => {
    const reading = await readText(text);
    expect(reading.kind).toBe('debtors');
    expect(reading.debtors[0]).toMatchObject({ code: '007', name: 'Kok' });
  });

  it('direct debit, agreed term, kind and language', async () => {
    const reading = await readText(
      'Klantnummer;Klantnaam;Soort debiteur;Taal;Automatische incasso;Betalingstermijn;Termijn overeengekomen\n1;Kok;particulier;Frans;ja;14 dagen;nee\n',
    );
    expect(reading.debtors).toMatchObject([
      { kind: 'consumer', language: 'fr', directDebit: true, termDays: 14, termAgreed: false },
    ]);
  });

  it.each([
    ['Kredietlimiet', ['5.000,00', '0,00', ''], [500_000, undefined, undefined]],
    ['Credit limit (EUR)', ['1250.50', '100.00', '-1.00'], [125_050, 10_000, undefined]],
    // Nothing tells thousands from decimals: no list is refused over its limits.
    ['Creditlimiet', ['5.000', '10.000', 'geen'], [500_000, 1_000_000, undefined]],
  ])('credit limits under %s, of which 0 is none', async (heading, cells, limits) => {
    const rows = cells.map((cell, i) => `${i + 1};Debiteur ${i + 1};Ede;${cell}`);
    const reading = await readText(`Debiteurnummer;Naam;Plaats;${heading}\n${rows.join('\n')}\n`);
    expect(reading.refusal).toBeNull();
    expect(reading.debtors.map(({ creditLimit }) => creditLimit)).toEqual(limits);
  });

  it('a list of items may state credit limits too', async () => {
    const reading = await readText(
      'Debiteurnummer;Naam;Factuurnummer;Openstaand;Kredietlimiet\n1;Kok;F1;10,00;\n1;Kok;F2;20,00;2.500,00\n2;Bos;F3;5,00;0,00\n',
    );
    expect(reading).toMatchObject({ kind: 'list', refusal: null });
    expect(reading.debtors.map(({ creditLimit }) => creditLimit)).toEqual([250_000, undefined]);
  });

  it('persons without a company name, and Soort B or P', async () => {
    const reading = await readText(
      'Klantnummer;Bedrijfsnaam;Voornaam;Achternaam;Soort;Plaats;E-mail\n1;Kok B.V.;Jan;Kok;B;Ede;\n2;;Piet;Vis;P;Ede;\n',
    );
    expect(reading.debtors.map(({ name, kind }) => [name, kind])).toEqual([
      ['Kok B.V.', 'business'],
      ['Piet Vis', 'consumer'],
    ]);
  });

  it('suppliers, totals and repeated headings are no debtors; a code twice is one', async () => {
    const head = 'Relatiecode;Naam;Soort;Plaats;E-mail';
    const reading = await readText(
      `${head}\n1;Kok;Debiteur;Ede;\n2;Vos;Leverancier;Ede;\n${head}\n1;Kok;Debiteur;;kok@voorbeeld.example\nTotaal;;;;\n;;;;\n`,
    );
    expect(reading.debtors).toMatchObject([{ code: '1', city: 'Ede', email: 'kok@voorbeeld.example' }]);
    expect(reading.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual(['3 creditor', '4 header', '6 total']);
    expect(reading.warnings.map(({ code }) => code)).toEqual(['debtor-list', 'debtor-twice', 'creditors-left-out']);
  });

  it('a debtor called Total is one', async () => {
    const reading = await readText(
      'Debiteurnummer;Naam;Plaats;E-mail\n1;Total Nederland N.V.;Den Haag;x@total.example\n',
    );
    expect(reading.debtors).toMatchObject([{ name: 'Total Nederland N.V.' }]);
  });

  it('balances beside the facts are totals to compare with', async () => {
    const reading = await readText(
      'Peildatum;30-09-2026\nDebiteurnummer;Naam;Plaats;E-mail;Saldo\n1;Kok;Ede;k@x.example;100,00\n2;Bos;Ede;;0,00\n',
    );
    expect(reading).toMatchObject({
      kind: 'debtors',
      asOf: '2026-09-30',
      control: { total: 10000, debtors: [{ code: '1', name: 'Kok', open: 10000 }] },
    });
    expect(reading.debtors).toHaveLength(2);
  });

  it('a column of balances that is empty everywhere says nothing', async () => {
    const reading = await readText('Debiteurnummer;Naam;Plaats;E-mail;Saldo\n1;Kok;Ede;k@x.example;\n');
    expect(reading.refusal).toBeNull();
    expect(reading.control).toBeUndefined();
    expect(reading.debtors).toHaveLength(1);
  });
});

describe('the user says what a table is', () => {
  it('a list of items read for its debtors alone', async () => {
    const text = 'Debiteurnummer;Naam;E-mail;Factuurnummer;Openstaand\n1;Kok;k@x.example;F1;10,00\n1;Kok;;F2;20,00\n';
    expect((await readText(text)).kind).toBe('list');
    const chosen = await readText(text, { tableKind: 'debtors' });
    expect(chosen).toMatchObject({ kind: 'debtors', items: [], control: { total: 3000 } });
    expect(chosen.debtors).toMatchObject([{ code: '1', email: 'k@x.example' }]);
  });

  it('a list of debtors asked to be items says what it lacks', async () => {
    expect(refusalOf(await readText(snelstart, { tableKind: 'list' }))).toContain('geen kolom met bedragen');
  });
});
