import { SaxesParser } from 'saxes';
import { addDays } from '#shared/dates/civil.ts';
import { seededRandom } from '#shared/demo/random.ts';
import { readCamt } from '#shared/formats/bank/camt/read.ts';
import { toDecimal } from '#shared/money/cents.ts';
import { type BenchRow, peakMemory, raced, row } from './measure.ts';

/**
 * CAMT.053 of at least `bytes`, as a business account has it: a statement a day of 250 entries with one detail each, indented,
 * balances that follow each other. The same size and seed give the same text.
 */
export function camtText(bytes: number, seed = 1): string {
  const random = seededRandom(seed);
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">\n  <BkToCstmrStmt>\n    <GrpHdr>\n      <MsgId>1</MsgId>\n    </GrpHdr>\n',
  ];
  let size = 0;
  let balance = 5_000_000;
  for (let day = 0; size < bytes; day++) {
    const date = addDays('2020-01-01', day % 3650);
    const opening = balance;
    const entries: string[] = [];
    for (let line = 0; line < 250; line++) {
      const cents = Math.floor(random() * 500_000) - 200_000;
      balance += cents;
      entries.push(entryText(`${day}-${line}`, cents, date, line));
    }
    const statement = `    <Stmt>
      <Id>S${day}</Id>
      <ElctrncSeqNb>${day + 1}</ElctrncSeqNb>
      <Acct>
        <Id>
          <IBAN>NL91INGB0001234567</IBAN>
        </Id>
        <Ccy>EUR</Ccy>
      </Acct>
${balanceText('OPBD', opening, date)}${balanceText('CLBD', balance, date)}${entries.join('')}    </Stmt>
`;
    size += statement.length;
    parts.push(statement);
  }
  return `${parts.join('')}  </BkToCstmrStmt>\n</Document>\n`;
}

function balanceText(kind: string, cents: number, date: string): string {
  return `      <Bal>
        <Tp>
          <CdOrPrtry>
            <Cd>${kind}</Cd>
          </CdOrPrtry>
        </Tp>
        <Amt Ccy="EUR">${toDecimal(Math.abs(cents))}</Amt>
        <CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>
        <Dt>
          <Dt>${date}</Dt>
        </Dt>
      </Bal>
`;
}

function entryText(id: string, cents: number, date: string, line: number): string {
  const [side, role] = cents < 0 ? ['DBIT', 'Cdtr'] : ['CRDT', 'Dbtr'];
  const amount = `<Amt Ccy="EUR">${toDecimal(Math.abs(cents))}</Amt>`;
  return `      <Ntry>
        ${amount}
        <CdtDbtInd>${side}</CdtDbtInd>
        <RvslInd>false</RvslInd>
        <Sts>BOOK</Sts>
        <BookgDt>
          <Dt>${date}</Dt>
        </BookgDt>
        <ValDt>
          <Dt>${date}</Dt>
        </ValDt>
        <AcctSvcrRef>${id}</AcctSvcrRef>
        <BkTxCd>
          <Domn>
            <Cd>PMNT</Cd>
            <Fmly>
              <Cd>RCDT</Cd>
              <SubFmlyCd>ESCT</SubFmlyCd>
            </Fmly>
          </Domn>
          <Prtry>
            <Cd>00100</Cd>
            <Issr>INGBANK</Issr>
          </Prtry>
        </BkTxCd>
        <NtryDtls>
          <TxDtls>
            <Refs>
              <InstrId>I${id}</InstrId>
              <EndToEndId>E${id}</EndToEndId>
            </Refs>
            <AmtDtls>
              <TxAmt>
                ${amount}
              </TxAmt>
            </AmtDtls>
            <RltdPties>
              <${role}>
                <Nm>Debiteur ${line} &amp; Zoon B.V.</Nm>
                <PstlAdr>
                  <Ctry>NL</Ctry>
                  <AdrLine>Straatweg ${line}</AdrLine>
                </PstlAdr>
              </${role}>
              <${role}Acct>
                <Id>
                  <IBAN>NL13RABO0${100_000_000 + line}</IBAN>
                </Id>
              </${role}Acct>
            </RltdPties>
            <RltdAgts>
              <${role}Agt>
                <FinInstnId>
                  <BIC>RABONL2U</BIC>
                </FinInstnId>
              </${role}Agt>
            </RltdAgts>
            <RmtInf>
              <Ustrd>Factuur F${id} klantnummer ${10_000 + line}, onder aftrek van creditnota C${line}</Ustrd>
            </RmtInf>
          </TxDtls>
        </NtryDtls>
      </Ntry>
`;
}

/** Bytes at a time, for both. */
const piece = 65_536;

/** What any reader on saxes spends: decoding and parsing, with nothing done about it. */
export function parseBare(bytes: Uint8Array): void {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += piece) {
    parser.write(decoder.decode(bytes.subarray(at, at + piece), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

/**
 * How fast CAMT is read, what part that is of bare saxes over the same bytes, turn by turn (issue 4: at least 60 %), and in
 * what memory.
 */
export async function camtRows(megabytes: number): Promise<readonly BenchRow[]> {
  const bytes = new TextEncoder().encode(camtText(megabytes * 1e6));
  let lines = 0;
  const { speeds, shares } = await raced(
    bytes,
    () => parseBare(bytes),
    () => {
      lines = readCamt(bytes).statements.reduce((sum, { transactions }) => sum + transactions.length, 0);
    },
  );
  const size = `${megabytes} MB, ${lines} lines`;
  return [
    row('read CAMT', speeds, { size, unit: 'MB/s' }),
    row('read CAMT, share of bare saxes', shares, { size, unit: '%', must: 60 }),
    row('read CAMT, most memory', [peakMemory('camt', megabytes * 1e6)], { size, unit: 'MB' }),
  ];
}
