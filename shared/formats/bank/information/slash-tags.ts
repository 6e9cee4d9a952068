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

const holdsTags = /\/(?:TRTP|EREF|REMI|MARF|CNTP|ORDP|BENM)\//;

/** Whether a text is made of tags between slashes, from its start or after a first line of another kind. */
export function isSlashTagged(text: string): boolean {
  if (text.charCodeAt(0) === 47) {
    const end = text.indexOf('/', 1);
    if (end > 0 && end <= longestTag && tags.has(text.slice(1, end))) return true;
  }
  return holdsTags.test(text);
}

/** Reads `/TRTP/…/IBAN/…/NAME/…/REMI/…`, `/CNTP/iban/bic/name/city//REMI/USTD//…` and `/ORDP//NAME/…` texts. */
export function readSlashTags(text: string, context: InformationContext): Information {
  const said = new Tags();
  let name = '';
  let start = 0;
  let slash = text.indexOf('/');
  while (slash >= 0) {
    const next = text.indexOf('/', slash + 1);
    if (next < 0) break;
    if (next - slash <= longestTag && next - slash > 2) {
      const tag = tagBetween(text, slash + 1, next);
      if (tag !== null && !(name === 'REMI' && notInText.has(tag))) {
        said.take(name, text.slice(start, slash));
        name = tag;
        // The slash that ends a tag may begin the next: `/ORDP/NAME/`.
        start = next + 1;
      }
    }
    slash = next;
  }
  said.take(name, text.slice(start));
  return said.information(context.isCredit);
}

/** The tag between two slashes; null when what stands there is none. Nearly all of it is words that have small letters or digits. */
function tagBetween(text: string, from: number, to: number): string | null {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 65 || code > 90) return null;
  }
  const word = text.slice(from, to);
  return tags.has(word) ? word : null;
}

/** The values of one text; of a tag that comes back the first counts, but remittances add up. */
class Tags {
  private readonly parties = new Parties();
  private remittances: readonly string[] = [];
  private endToEnd: string | undefined;
  private mandate: string | undefined;
  private reason: string | undefined;
  private other: string | undefined;
  private marked: string | undefined;
  private before: string | undefined;

  take(name: string, value: string): void {
    switch (name) {
      case '':
        this.before ||= value;
        return;
      case 'OCMT':
      case 'COAM':
      case 'CHGS':
      case 'EXCH':
        // Some banks go on with the payer's text behind the amount or the rate: `/OCMT/USD2853,12/INVOICE 1687`.
        this.before ||= value.replace(amountFirst, '');
        return;
      case 'NAME':
        this.parties.name(value);
        return;
      case 'IBAN':
      case 'BBAN':
        this.parties.account(value);
        return;
      case 'REMI':
        this.remittances = [...this.remittances, value];
        return;
      case 'EREF':
        this.endToEnd ??= value;
        return;
      case 'MARF':
        this.mandate ??= value;
        return;
      case 'RTRN':
        this.reason ??= value;
        return;
      case 'CNTP':
        this.other ??= value;
        return;
      case 'CDTRREF':
        this.marked ??= value;
        return;
      default:
        if (parties.has(name)) this.party(name, value);
    }
  }

  /** A party with nothing, its name, or in the SWIFT form all there is: `/BENM/account/name/text`. */
  private party(party: string, value: string): void {
    const whole = accountNameText.exec(value);
    this.parties.party(party, whole ? whole[2]! : value);
    if (!whole) return;
    this.parties.account(whole[1]!);
    this.before ||= whole[3] ?? '';
  }

  information(isCredit: boolean): Information {
    const counter = this.other === undefined ? null : counterparty(this.other);
    const remitted = remittance(this.remittances);
    return {
      counterpartyName: counter?.name ?? textOrNull(withoutEnd(this.parties.nameOf(isCredit))),
      counterpartyAccount: counter?.account ?? accountOrNull(withoutEnd(this.parties.accountOf(isCredit))),
      remittance: remitted.text ?? (this.remittances.length === 0 ? textOrNull(this.before) : null),
      structuredReference: referenceOrNull(withoutEnd(this.marked)) ?? remitted.structured,
      endToEndId: referenceOrNull(withoutEnd(this.endToEnd)),
      mandateId: referenceOrNull(withoutEnd(this.mandate)),
      returnReason: returnCode(this.reason),
    };
  }
}

const accountNameText = /^((?=.*\d{5})[A-Z0-9]{8,34})\/([^/]*[A-Za-z][^/]*)(?:\/(.*))?$/s;
const amountFirst = /^(?:[A-Z]{3})?[\d.,]*\/*/;

/** Names and accounts of the parties of one text; those before any party are the counterparty's. */
class Parties {
  private at = '';
  private plainName: string | undefined;
  private plainAccount: string | undefined;
  private names: Map<string, string> | null = null;
  private accounts: Map<string, string> | null = null;

  party(party: string, value: string): void {
    this.at = party;
    if (/[A-Za-z]/.test(value)) this.name(value);
  }

  name(value: string): void {
    if (this.at === '') this.plainName ??= value;
    else this.names = (this.names ?? new Map()).set(this.at, value);
  }

  account(value: string): void {
    if (this.at === '') this.plainAccount ??= value;
    else this.accounts = (this.accounts ?? new Map()).set(this.at, value);
  }

  nameOf(isCredit: boolean): string | undefined {
    return this.plainName?.trim() ? this.plainName : firstOf(this.names, isCredit);
  }

  accountOf(isCredit: boolean): string | undefined {
    return this.plainAccount?.trim() ? this.plainAccount : firstOf(this.accounts, isCredit);
  }
}

function firstOf(of: Map<string, string> | null, isCredit: boolean): string | undefined {
  if (of === null) return undefined;
  const party = (isCredit ? creditParties : debitParties).find((one) => of.get(one)?.trim());
  return party === undefined ? undefined : of.get(party);
}

const creditParties = ['ORDP', 'BENM', 'ULTD', 'UDTR', 'ULTB', 'ULTC', 'UCRD'];
const debitParties = ['BENM', 'ORDP', 'ULTB', 'ULTC', 'UCRD', 'ULTD', 'UDTR'];

/** Some banks close every value with a slash. */
function withoutEnd(value: string | undefined): string | undefined {
  return value?.endsWith('/') ? value.slice(0, -1) : value;
}

/** `iban/bic/name/city/`; only the name may hold slashes of its own. */
function counterparty(value: string): { account: string | null; name: string | null } {
  const text = withoutEnd(value) ?? '';
  const account = text.indexOf('/');
  if (account < 0) return { account: accountOrNull(text), name: null };
  const bic = text.indexOf('/', account + 1);
  const city = text.lastIndexOf('/');
  const name = bic < 0 ? '' : text.slice(bic + 1, city > bic ? city : text.length);
  return { account: accountOrNull(text.slice(0, account)), name: textOrNull(name) };
}

const structured = /(?:^|\/)STRD\/+(?:(?:SCOR|CUR|ISO|BBA|SCOR\/+CUR|SCOR\/+ISO)\/+)?([^/]+)/;

function remittance(values: readonly string[]): { text: string | null; structured: string | null } {
  let reference: string | null = null;
  let text: string | null = null;
  for (const value of values) {
    const marked = value.includes('STRD/')
      ? structured.exec(value)
      : value.startsWith('ISSUER:')
        ? issued.exec(value)
        : null;
    if (marked) {
      reference ??= referenceOrNull(marked[1]);
      if (marked.index === 0) continue;
    }
    const found = textOrNull(withoutEnd(value.startsWith('USTD/') ? value.slice(value[5] === '/' ? 6 : 5) : value));
    if (found === null || found === '/' || found === text) continue;
    text = text === null ? found : `${text} ${found}`;
  }
  return { text, structured: reference };
}

const issued = /^ISSUER: ?\w+\s+REF: ?([A-Z0-9 ]+)/i;
