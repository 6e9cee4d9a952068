import type { ElementPath } from '../../xml/paths.ts';

/** An element of a statement that is read, and those in it that are. */
export interface Place {
  /** Whether its own text is read. */
  readonly hasText: boolean;
  readonly inner: ReadonlyMap<string, Place>;
  /** What any other element in it is; null when it is passed over with all that is in it. */
  readonly other: Place | null;
}

interface GrowingPlace extends Place {
  hasText: boolean;
  readonly inner: Map<string, GrowingPlace>;
  other: Place | null;
}

function place(): GrowingPlace {
  return { hasText: false, inner: new Map(), other: null };
}

/** Only that it is there counts: text ends where it begins, and the element it is in is not empty. */
const present: Place = place();

/** The places on paths of local names; the text is read of the last of each. A path to `*` only asks whether there is anything. */
function placesOf(paths: readonly string[]): Place {
  const root = place();
  for (const path of paths) {
    const names = path.split('/');
    const asksAny = names.at(-1) === '*';
    let at = root;
    for (const name of asksAny ? names.slice(0, -1) : names) {
      const next = at.inner.get(name) ?? place();
      at.inner.set(name, next);
      at = next;
    }
    at.hasText ||= !asksAny;
    at.other = present;
  }
  return root;
}

const within = (outer: string, paths: readonly string[]): readonly string[] => paths.map((path) => `${outer}/${path}`);

const amount = ['Amt', 'CdtDbtInd'];
const date = (name: string) => [name, `${name}/Dt`, `${name}/DtTm`];
const name = ['Nm', 'Pty/Nm', 'Agt/FinInstnId/Nm'];
const account = within('Id', ['IBAN', 'Othr/Id', 'BBAN', 'PrtryAcct/Id']);
const family = 'BkTxCd/Domn/Fmly/SubFmlyCd';

const parties = [
  ...['Dbtr', 'UltmtDbtr', 'Cdtr', 'UltmtCdtr'].flatMap((role) => within(role, name)),
  ...['DbtrAcct', 'CdtrAcct'].flatMap((role) => within(role, account)),
];
const remittance = [
  ...['Ustrd', 'Strd/CdtrRefInf/Ref', 'Strd/CdtrRefInf/CdtrRef'],
  ...['Strd/RfrdDocInf/Nb', 'Strd/RfrdDocInf/RfrdDocNb', 'Strd/AddtlRmtInf'],
];
const detail = [
  ...amount,
  ...within('AmtDtls', ['TxAmt/Amt', 'CntrValAmt/Amt', 'InstdAmt/Amt']),
  ...within('Refs', ['EndToEndId', 'MndtId', 'AcctSvcrRef']),
  ...within('RltdPties', parties),
  ...within('RmtInf', remittance),
  ...within('RtrInf', ['Rsn/Cd', 'Rsn/Prtry', 'RtrRsn/Cd', 'RtrRsn/Prtry', 'AddtlInf']),
  ...[family, 'AddtlTxInf', '*'],
];
const entry = [
  ...amount,
  ...date('BookgDt'),
  ...date('ValDt'),
  ...['Sts', 'Sts/Cd', 'Sts/Prtry', 'RvslInd', 'NtryRef', 'AcctSvcrRef', 'AddtlNtryInf', family],
  ...within('NtryDtls/Btch', ['NbOfTxs', 'PmtInfId', 'MsgId']),
  ...within('NtryDtls/TxDtls', detail),
];

/** Left out of details too, where any other element tells that there is one. */
const passedOver = new Set([
  ...['Tax', 'Purp', 'Chrgs', 'Intrst', 'Avlbty', 'CardTx', 'PstlAdr', 'RltdDts', 'RltdAgts', 'CtctDtls', 'TxsSummry'],
]);

/** What an element in a statement is; null when it is passed over with all that is in it. */
export function placeOf(path: ElementPath<Place | null>): Place | null {
  if (path.meaning === undefined) path.meaning = placeIn(path.outer!.meaning!, path.local);
  return path.meaning;
}

function placeIn({ inner, other }: Place, name: string): Place | null {
  return inner.get(name) ?? (other === null || passedOver.has(name) ? null : other);
}

/**
 * What is read of a `Stmt`, `Rpt` or `Ntfctn`: most of a file is passed over, which costs least. What is not named here is not
 * there for whoever asks for it.
 */
export const statement: Place = placesOf([
  ...['Id', 'ElctrncSeqNb', 'LglSeqNb', 'CreDtTm'],
  ...within('FrToDt', ['FrDtTm', 'FrDt', 'ToDtTm', 'ToDt']),
  ...within('Acct', [...account, ...within('Ownr', name), 'Nm', 'Ccy']),
  ...within('Acct/Svcr/FinInstnId', ['BICFI', 'BIC', 'Nm']),
  ...within('Bal', [...amount, ...date('Dt'), 'Tp/CdOrPrtry/Cd', 'Tp/Cd']),
  ...within('Ntry', entry),
]);
