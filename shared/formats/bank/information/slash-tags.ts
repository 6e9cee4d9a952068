import {
  accountOrNull,
  type Information,
  type InformationContext,
  referenceOrNull,
  returnCode,
  textOrNull,
} from './information.ts';

/** Tags between slashes (formats document §3.2). Values run until the next of these, so that a name may hold a slash. */
const tags: ReadonlySet<string> = new Set(
  `TRTP IBAN BIC NAME REMI EREF PREF IREF CREF MARF CSID CNTP ORDP BENM ULTD ULTB ULTC UDTR UCRD PURP RTRN ADDR ISDT ID SVCL BBAN
   OCMT COAM CHGS EXCH ACCW BUSP TRCD SUM CD ISSR CDTRREF CDTRREFTP`.split(/\s+/),
);
const longestTag = 10;
/** Tags that stand for who ordered, who is paid, and the parties behind them; what follows is about them. */
const parties: ReadonlySet<string> = new Set(['ORDP', 'BENM', 'ULTD', 'ULTB', 'ULTC', 'UDTR', 'UCRD']);
/** Words that occur between slashes in what people type, too. */
const notInText: ReadonlySet<string> = new Set(['ID', 'CD', 'SUM', 'SVCL']);

type Tag = readonly [name: string, value: string];

/** The tags of a text in order; what stands before the first has the empty name. */
function tagsIn(text: string): Tag[] {
  const found: Tag[] = [];
  let name = '';
  let start = 0;
  let slash = text.indexOf('/');
  while (slash >= 0) {
    const next = text.indexOf('/', slash + 1);
    if (next < 0) break;
    if (next - slash <= longestTag && next - slash > 2) {
      const word = text.slice(slash + 1, next);
      if (tags.has(word) && !(name === 'REMI' && notInText.has(word))) {
        found.push([name, text.slice(start, slash)]);
        name = word;
        start = next + 1;
      }
    }
    slash = next;
  }
  found.push([name, text.slice(start)]);
  return found;
}

const startsTagged = /^\s*\/(?:[A-Z]{2,9})\//;
const holdsTags = /\/(?:TRTP|EREF|REMI|MARF|CNTP|ORDP|BENM)\//;

/** Whether a text is made of tags between slashes, from its start or after a first line of another kind. */
export function isSlashTagged(text: string): boolean {
  const start = startsTagged.exec(text)?.[0].trim().slice(1, -1);
  return (start !== undefined && tags.has(start)) || holdsTags.test(text);
}

/** Reads `/TRTP/…/IBAN/…/NAME/…/REMI/…`, `/CNTP/iban/bic/name/city//REMI/USTD//…` and `/ORDP//NAME/…` texts. */
export function readSlashTags(text: string, context: InformationContext): Information {
  const values = new Map<string, string>();
  const names = new Map<string, string>();
  const accounts = new Map<string, string>();
  const remittances: string[] = [];
  let party = '';
  for (const [name, value] of tagsIn(text)) {
    if (parties.has(name)) {
      party = name;
      if (/[A-Za-z]/.test(value)) names.set(party, value);
    } else if (name === 'NAME') names.set(names.has(party) ? `${party}2` : party, value);
    else if (name === 'IBAN' || name === 'BBAN') accounts.set(party, value);
    else if (name === 'REMI') remittances.push(value);
    else if (!values.has(name)) values.set(name, value);
  }
  const order = context.isCredit ? creditParties : debitParties;
  const firstOf = (of: Map<string, string>) => of.get(order.find((one) => of.get(one)?.trim()) ?? '');
  const other = values.has('CNTP') ? counterparty(values.get('CNTP')!) : null;
  const remitted = remittance(remittances);
  return {
    counterpartyName: other?.name ?? textOrNull(withoutEnd(firstOf(names))),
    counterpartyAccount: other?.account ?? accountOrNull(withoutEnd(firstOf(accounts))),
    remittance: remitted.text ?? (remittances.length === 0 ? textOrNull(values.get('OCMT') ?? values.get('')) : null),
    structuredReference: referenceOrNull(withoutEnd(values.get('CDTRREF'))) ?? remitted.structured,
    endToEndId: referenceOrNull(withoutEnd(values.get('EREF'))),
    mandateId: referenceOrNull(withoutEnd(values.get('MARF'))),
    returnReason: returnCode(values.get('RTRN')),
  };
}

const creditParties = ['', 'ORDP', 'BENM', 'ULTD', 'UDTR', 'ULTB', 'ULTC', 'UCRD'];
const debitParties = ['', 'BENM', 'ORDP', 'ULTB', 'ULTC', 'UCRD', 'ULTD', 'UDTR'];

/** Some banks close every value with a slash. */
function withoutEnd(value: string | undefined): string | undefined {
  return value?.endsWith('/') ? value.slice(0, -1) : value;
}

/** `iban/bic/name/city/`; only the name may hold slashes of its own. */
function counterparty(value: string): { account: string | null; name: string | null } {
  const [account, , ...rest] = (withoutEnd(value) ?? '').split('/');
  const name = rest.length > 1 ? rest.slice(0, -1).join('/') : rest[0];
  return { account: accountOrNull(account), name: textOrNull(name) };
}

const structured = /(?:^|\/)STRD\/+(?:(?:SCOR|CUR|ISO|BBA|SCOR\/+CUR|SCOR\/+ISO)\/+)?([^/]+)/;

function remittance(values: readonly string[]): { text: string | null; structured: string | null } {
  let reference: string | null = null;
  const texts: string[] = [];
  for (const value of values) {
    const marked = value.includes('STRD/') ? structured.exec(value) : /ISSUER: ?\w+\s+REF: ?([A-Z0-9 ]+)/i.exec(value);
    if (marked) {
      reference ??= referenceOrNull(marked[1]);
      if (marked.index === 0) continue;
    }
    const text = textOrNull(withoutEnd(value.replace(/^\s*USTD\/{0,2}/, '')));
    if (text !== null && text !== '/' && !texts.includes(text)) texts.push(text);
  }
  return { text: texts.length === 0 ? null : texts.join(' '), structured: reference };
}
