import { zipSync } from 'fflate';

/** A line of the account of the administration, as a test writes it. */
export interface WrittenLine {
  readonly date: string;
  /** Cents; negative = paid out or taken back. */
  readonly amount: number;
  readonly name: string;
  readonly iban: string;
  readonly text: string;
  /** The bank's own number of the line. */
  readonly reference?: string;
  /** ISO code of a storno. */
  readonly reason?: string;
}

export const ownAccount = 'NL59RABO0118529307';

/** The same lines in every format a bank gives them in; by the name of the file. */
export const bankFormats = {
  'mt940.sta': mt940,
  'camt053.xml': camt,
  'camt053-08.xml': (lines: readonly WrittenLine[]) => camt(lines, '08'),
  'rabobank.csv': rabobank,
  'ing.csv': ing,
  'abn.tab': abn,
} as const;

const decimal = (cents: number): string => (Math.abs(cents) / 100).toFixed(2);
const comma = (cents: number): string => decimal(cents).replace('.', ',');
const compact = (date: string): string => date.replaceAll('-', '');

export function mt940(lines: readonly WrittenLine[]): string {
  const sum = lines.reduce((total, { amount }) => total + amount, 0);
  const balance = (tag: string, date: string, cents: number) =>
    `:${tag}:${cents < 0 ? 'D' : 'C'}${compact(date).slice(2)}EUR${comma(cents)}`;
  const first = lines[0]?.date ?? '2026-01-01';
  const last = lines.at(-1)?.date ?? first;
  const written = lines.flatMap(({ date, amount, name, iban, text, reference, reason }) => [
    `:61:${compact(date).slice(2)}${compact(date).slice(4)}${amount < 0 ? 'D' : 'C'}${comma(amount)}NTRFNONREF//${reference ?? ''}`,
    `:86:${reason ? `/RTRN/${reason}/` : ''}/CNTP/${iban}/BANKNL2A/${name}///REMI/USTD//${text}/`,
  ]);
  return [
    '{1:F01INGBNL2ABXXX0000000000}',
    '{2:I940INGBNL2AXXXN}',
    '{4:',
    ':20:P1',
    `:25:${ownAccount}EUR`,
    ':28C:1',
    balance('60F', first, 100_000),
    ...written,
    balance('62F', last, 100_000 + sum),
    '-}',
    '',
  ].join('\r\n');
}

export function camt(lines: readonly WrittenLine[], version = '02'): string {
  const isNew = version === '08';
  const party = (name: string) => (isNew ? `<Pty><Nm>${name}</Nm></Pty>` : `<Nm>${name}</Nm>`);
  const entries = lines.map(({ date, amount, name, iban, text, reference, reason }) => {
    const role = amount < 0 ? 'Cdtr' : 'Dbtr';
    return `<Ntry><Amt Ccy="EUR">${decimal(amount)}</Amt><CdtDbtInd>${amount < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>
      <Sts>${isNew ? '<Cd>BOOK</Cd>' : 'BOOK'}</Sts><BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${date}</Dt></ValDt>
      ${reference ? `<AcctSvcrRef>${reference}</AcctSvcrRef>` : ''}
      <NtryDtls><TxDtls><RltdPties><${role}>${party(name)}</${role}><${role}Acct><Id><IBAN>${iban}</IBAN></Id></${role}Acct></RltdPties>
      <RmtInf><Ustrd>${text}</Ustrd></RmtInf>${reason ? `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>` : ''}</TxDtls></NtryDtls></Ntry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><Stmt><Id>S1</Id>
<Acct><Id><IBAN>${ownAccount}</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries.join('\n')}</Stmt></BkToCstmrStmt></Document>`;
}

export function rabobank(lines: readonly WrittenLine[]): string {
  const heading =
    'IBAN/BBAN,Munt,BIC,Volgnr,Datum,Rentedatum,Bedrag,Saldo na trn,Tegenrekening IBAN/BBAN,Naam tegenpartij,Naam uiteindelijke partij,Naam initiërende partij,BIC tegenpartij,Code,Batch ID,Transactiereferentie,Machtigingskenmerk,Incassant ID,Betalingskenmerk,Omschrijving-1,Omschrijving-2,Omschrijving-3,Reden retour,Oorspr bedrag,Oorspr munt,Koers';
  let balance = 100_000;
  const rows = lines.map(({ date, amount, name, iban, text, reason }, place) => {
    balance += amount;
    const sign = amount < 0 ? '-' : '+';
    return [
      ...[ownAccount, 'EUR', 'RABONL2U', String(place + 1).padStart(18, '0'), date, date, `${sign}${comma(amount)}`],
      ...[`+${comma(balance)}`, iban, name, '', '', '', amount < 0 ? 'bg' : 'cb', '', '', '', '', '', text, '', ''],
      ...[reason ?? '', '', '', ''],
    ];
  });
  return [heading.split(','), ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
}

export function ing(lines: readonly WrittenLine[]): string {
  const heading =
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"';
  let balance = 100_000;
  const rows = lines.map(({ date, amount, name, iban, text, reason }) => {
    balance += amount;
    const said = `Naam: ${name} Omschrijving: ${reason ? `Stornering ${reason} ` : ''}${text} IBAN: ${iban} Valutadatum: ${date.split('-').reverse().join('-')}`;
    const cells = [
      compact(date),
      name,
      ownAccount,
      iban,
      'OV',
      amount < 0 ? 'Af' : 'Bij',
      comma(amount),
      'Overschrijving',
    ];
    return [...cells, said, comma(balance), ''].map((cell) => `"${cell}"`).join(';');
  });
  return [heading, ...rows.reverse()].join('\r\n');
}

/** Bare account number, no headings. */
export function abn(lines: readonly WrittenLine[]): string {
  let balance = 100_000;
  const rows = lines.map(({ date, amount, name, iban, text, reason }) => {
    const before = balance;
    balance += amount;
    const said = `/TRTP/SEPA OVERBOEKING/IBAN/${iban}/BIC/BANKNL2A/NAME/${name}/REMI/${reason ? `STORNO ${reason} ` : ''}${text}/EREF/NOTPROVIDED`;
    return [
      ...['118529307', 'EUR', compact(date), comma(before), comma(balance), compact(date)],
      ...[`${amount < 0 ? '-' : ''}${comma(amount)}`, said],
    ].join('\t');
  });
  return `${rows.join('\r\n')}\r\n`;
}

/** Bank files in one zip. */
export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)])));
}
