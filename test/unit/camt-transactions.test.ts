import { describe, expect, it } from 'vitest';
import { bankFileSet } from '#shared/formats/bank/file-set.ts';
import { returnReasonIn, returnReasons, returnReasonText } from '#shared/formats/bank/return-reasons.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import {
  account,
  balance,
  codes,
  type EntryParts,
  entry,
  message,
  money,
  read,
  statementHead,
  tag,
  transactions,
} from './camt-text.ts';

const opened = statementHead() + balance('OPBD', '1000.00') + balance('CLBD', '1100.00');

const iban = (number: string) => tag('Id', tag('IBAN', number));
const debtor = (name: string, number: string) => tag('Dbtr', tag('Nm', name)) + tag('DbtrAcct', iban(number));
const creditor = (name: string, number: string) => tag('Cdtr', tag('Nm', name)) + tag('CdtrAcct', iban(number));
const parties = (content: string) => tag('TxDtls', tag('RltdPties', content));
const jansen = debtor('Jansen &amp; Zn', 'NL13TEST0123456789');
const ourselves = creditor('Kwekerij Voorbeeld B.V.', account);

describe('the counterparty', () => {
  const found = (parts: EntryParts) => {
    const { counterpartyName, counterpartyIban } = transactions(parts)[0]!;
    return [counterpartyName, counterpartyIban];
  };
  const other = ['Jansen & Zn', 'NL13TEST0123456789'];

  it('of a receipt is the debtor, of a payment the creditor', () => {
    const seller = creditor('Zaden BV', 'NL02ABNA0123456789');
    expect(found({ details: parties(jansen + ourselves) })).toEqual(other);
    expect(found({ side: 'DBIT', details: parties(jansen + seller) })).toEqual(['Zaden BV', 'NL02ABNA0123456789']);
  });

  it.each([
    ['the account itself', parties(jansen + ourselves)],
    ['empty', parties(`${jansen}<Cdtr/>`)],
    ['absent', parties(jansen)],
    ['the own name without an account', parties(jansen + tag('Cdtr', tag('Nm', 'KWEKERIJ VOORBEELD B.V.')))],
    [
      'a name without an account, beside the reason',
      tag(
        'TxDtls',
        tag('RltdPties', jansen + tag('Cdtr', tag('Nm', 'Kwekerij'))) + tag('RtrInf', tag('Rsn', '<Cd>MD06</Cd>')),
      ),
    ],
  ])('of a return is the other side when the expected one is %s', (_, details) => {
    expect(found({ side: 'DBIT', details })).toEqual(other);
  });

  it.each([
    ['version 08', tag('Dbtr', tag('Pty', tag('Nm', 'Jansen &amp; Zn')))],
    ['a bank', tag('Dbtr', tag('Agt', tag('FinInstnId', tag('Nm', 'Jansen &amp; Zn'))))],
    ['the party behind it', tag('UltmtDbtr', tag('Nm', 'Jansen &amp; Zn'))],
  ])('has the name of %s', (_, content) => {
    expect(found({ details: parties(content + tag('DbtrAcct', iban('NL13 TEST 0123 4567 89'))) })).toEqual(other);
  });

  it('has an account that is no IBAN as given', () => {
    const local = tag('DbtrAcct', tag('Id', tag('Othr', tag('Id', '12.34.56'))));
    expect(found({ details: parties(local) })).toEqual([null, '123456']);
  });

  it('is never the account itself', () => {
    expect(found({ details: parties(debtor('Kwekerij', account)) })).toEqual([null, null]);
  });
});

describe('what the payer wrote', () => {
  const paid = (...content: readonly string[]) => tag('TxDtls', tag('RmtInf', content.join('')));
  const structured = (reference: string, more = '') =>
    tag('Strd', `${more}${tag('CdtrRefInf', tag('Ref', reference))}`);
  const first140 = `Factuur 2026-0001 ${'x'.repeat(121)}2`;

  it.each([
    ['free text', paid(tag('Ustrd', ' Factuur  1\n')), 'Factuur 1', null],
    ['text the bank cut at 140', paid(tag('Ustrd', first140), tag('Ustrd', '026-0002')), `${first140}026-0002`, null],
    ['a Swiss remark that is no text', paid(structured('111', tag('AddtlRmtInf', '?REJECT?0'))), null, '111'],
    ['a betalingskenmerk', paid(structured('8850426741301240')), null, '8850426741301240'],
    ['both', paid(tag('Ustrd', 'Factuur 1'), structured('RF18539007547034')), 'Factuur 1', 'RF18539007547034'],
    ['two references', paid(structured('111'), structured('222')), '222', '111'],
    ['document numbers', paid(structured('111', tag('RfrdDocInf', tag('Nb', 'F1')))), 'F1', '111'],
    ['a reference that is none', paid(structured('NOTPROVIDED')), null, null],
    ['nothing', paid(), null, null],
    ['a text about the transaction', tag('TxDtls', tag('AddtlTxInf', 'Rente')), 'Rente', null],
  ])('%s', (_, details, remittance, structuredReference) => {
    expect(transactions({ details })[0]).toMatchObject({ remittance, structuredReference });
  });

  it('of an entry without details is the text of the entry', () => {
    for (const details of ['<TxDtls/>', '<TxDtls>\n</TxDtls>']) {
      expect(transactions({ details, about: 'Kosten betaalpas' })[0]!.remittance).toBe('Kosten betaalpas');
    }
    expect(transactions({ about: 'Kosten betaalpas' })[0]!.remittance).toBe('Kosten betaalpas');
  });

  it('is found between the tags of a text', () => {
    const about =
      '/TRTP/SEPA OVERBOEKING/IBAN/NL13TEST0123456789/BIC/TESTNL2A/NAME/Jansen/REMI/Factuur 2026-1/EREF/E-77';
    expect(transactions({ details: '<TxDtls/>', about })[0]).toMatchObject({
      counterpartyName: 'Jansen',
      counterpartyIban: 'NL13TEST0123456789',
      remittance: 'Factuur 2026-1',
      endToEndId: 'E-77',
    });
    const known = transactions({ details: parties(debtor('Pietersen', 'NL02ABNA0123456789')), about })[0];
    expect(known).toMatchObject({ counterpartyName: 'Pietersen', remittance: 'Factuur 2026-1', endToEndId: 'E-77' });
  });

  it.each([
    ['E-1', 'M-1', 'E-1', 'M-1'],
    ['NOTPROVIDED', 'NONREF', null, null],
    ['', '', null, null],
  ])('end-to-end id %j and mandate %j', (end, mandate, endToEndId, mandateId) => {
    const details = tag('TxDtls', tag('Refs', tag('EndToEndId', end) + tag('MndtId', mandate)));
    expect(transactions({ details })[0]).toMatchObject({ endToEndId, mandateId });
  });
});

describe('returns', () => {
  const reason = (content: string) => tag('TxDtls', tag('RtrInf', content));
  const family = tag('BkTxCd', tag('Domn', tag('Fmly', tag('SubFmlyCd', 'UPDD'))));
  it.each([
    ['a code', { details: reason(tag('Rsn', tag('Cd', 'MD06'))) }, 'MD06'],
    ['a code of the bank', { details: reason(tag('Rsn', tag('Prtry', 'AM04 saldo'))) }, 'AM04'],
    ['a text', { details: reason(tag('AddtlInf', 'MS03 niet nader bepaald')) }, 'MS03'],
    ['an unknown code', { details: reason(tag('Rsn', tag('Cd', 'ZZ99'))) }, 'ZZ99'],
    ['a reversal whose text names it', { more: tag('RvslInd', 'true'), about: 'Storno AC04' }, 'AC04'],
    ['a return by its family', { more: family, about: 'Storno MD01 NL20' }, 'MD01'],
    ['the tags of a text', { about: '/TRTP/SEPA INCASSO/REMI/Factuur 1/RTRN/MD06' }, 'MD06'],
    ['no return, whatever its text', { about: 'Onderdeel AC04' }, null],
  ] as const)('%s', (_, parts, code) => {
    expect(transactions({ side: 'DBIT', ...parts })[0]!.returnReason).toBe(code);
  });

  it('say in Dutch why, with a text for every known code', () => {
    const { t } = createTranslator('nl');
    const translate = (key: string, params: Record<string, string | number>) => t(key, params);
    expect(returnReasonText(translate, 'AM04')).toBe('onvoldoende saldo');
    expect(returnReasonText(translate, 'ZZ99')).toBe('reden ZZ99');
    for (const code of returnReasons) expect(returnReasonText(translate, code)).not.toContain(code);
    expect(returnReasonIn('NL20 MD06 AC01')).toBe('MD06');
  });
});

describe('batches', () => {
  const part = (amount: string, name: string, side = '', currency = 'EUR') =>
    tag(
      'TxDtls',
      `${tag('Refs', tag('EndToEndId', `E-${name}`))}${tag('AmtDtls', tag('TxAmt', money(amount, currency)))}${side}` +
        `${tag('RltdPties', tag('Dbtr', tag('Nm', name)))}${tag('RmtInf', tag('Ustrd', `Factuur ${name}`))}`,
    );
  const amounts = (parts: EntryParts) => transactions(parts).map(({ amount }) => amount);

  it('are taken apart when the details sum to the entry', () => {
    const details = part('60.00', 'A') + part('40.00', 'B');
    expect(transactions({ details }).map(({ amount, counterpartyName }) => [amount, counterpartyName])).toEqual([
      [6000, 'A'],
      [4000, 'B'],
    ]);
    expect(amounts({ details, side: 'DBIT' })).toEqual([-6000, -4000]);
    const newer = details.replaceAll(/<AmtDtls><TxAmt>(.*?)<\/TxAmt><\/AmtDtls>/g, '$1');
    expect(amounts({ details: newer })).toEqual([6000, 4000]);
  });

  it('with details of either side are taken apart with their own signs', () => {
    const details = part('120.00', 'A', tag('CdtDbtInd', 'CRDT')) + part('20.00', 'B', tag('CdtDbtInd', 'DBIT'));
    expect(amounts({ details })).toEqual([12_000, -2000]);
  });

  it('whose details keep the side of the first payment are taken apart with that of the entry', () => {
    const details = part('60.00', 'A', tag('CdtDbtInd', 'CRDT')) + part('40.00', 'B', tag('CdtDbtInd', 'CRDT'));
    expect(amounts({ details, side: 'DBIT' })).toEqual([-6000, -4000]);
  });

  it.each([
    ['do not sum to it', part('60.00', 'A') + part('30.00', 'B')],
    ['have no amount', `${part('60.00', 'A')}<TxDtls><Refs/></TxDtls>`],
    ['are in another currency', part('60.00', 'A') + part('40.00', 'B', '', 'USD')],
  ])('stay one line when the details %s, with what they say', (_, details) => {
    const reading = read(message(statementHead() + entry({ details, about: 'Verzamelbetaling' })));
    const [only, ...more] = reading.statements[0]!.transactions;
    expect([only!.amount, more, codes(reading)]).toEqual([10_000, [], ['camt-batch-kept']]);
    expect(only!.remittance).toMatch(/^Verzamelbetaling; Factuur A E-A/);
    expect(only!.counterpartyName).toBeNull();
  });

  const total = tag('Btch', tag('PmtInfId', 'BATCH-1') + tag('NbOfTxs', '2'));

  it('with only a total are one line that names the batch', () => {
    expect(transactions({ details: total, about: 'Incasso' })[0]!.remittance).toBe('Incasso; BATCH-1');
  });

  const booked = (details: string, reference: string) => read(message(opened + entry({ details, reference }), '053'));
  const told = (details: string, reference: string) =>
    read(message(statementHead() + entry({ details, reference }), '054'));
  const detail = part('60.00', 'A') + part('40.00', 'B');
  const linesOf = (...readings: readonly ReturnType<typeof read>[]) =>
    bankFileSet(readings.map((reading, i) => ({ fileName: `${i}.xml`, reading }))).statements.map(({ statement }) =>
      statement.transactions.map(({ amount }) => amount),
    );

  it.each([
    ['the reference of the bank', 'REF9', 'REF9', detail, [6000, 4000]],
    ['the name of the batch', 'REF8', 'REF9', total + detail, [6000, 4000]],
    ['nothing', 'REF8', 'REF9', detail, [10_000]],
    ['a reference but not the amount', 'REF9', 'REF9', part('60.00', 'A') + part('30.00', 'B'), [10_000]],
  ])('are taken apart by a notification that shares %s', (_, own, other, details, wanted) => {
    expect(linesOf(told(details, other), booked(total, own))).toEqual([wanted]);
  });

  it('of notifications alone are listed as they are', () => {
    expect(linesOf(told(detail, 'REF9'))).toEqual([[6000, 4000]]);
  });
});

describe('several files', () => {
  const file = (fileName: string, xml: string) => ({ fileName, reading: read(xml) });

  it('with the same statement count it once and say where it stood', () => {
    const xml = message(opened + entry());
    const set = bankFileSet([file('a.xml', xml), file('b.xml', xml.replaceAll('\n', '\n\n'))]);
    expect(set.statements.map(({ fileName }) => fileName)).toEqual(['a.xml']);
    expect(set.warnings).toEqual([
      {
        fileName: 'b.xml',
        problem: { code: 'bank-file-repeated', row: null, params: { account, number: '12', first: 'a.xml' } },
      },
    ]);
  });

  it('with the same number and other lines are two statements', () => {
    const set = bankFileSet([
      file('a.xml', message(opened + entry())),
      file('b.xml', message(opened + entry({ reference: 'REF2' }))),
    ]);
    expect([set.statements.length, set.warnings]).toEqual([2, []]);
  });
});
