import {
  accountOrNull,
  type Information,
  type InformationContext,
  referenceOrNull,
  returnCode,
  textOrNull,
} from './information.ts';

/** Tags whose values are kept, and those that stand for who ordered, who is paid, and the parties behind them. */
const kept =
  'IBAN BBAN NAME REMI EREF PREF MARF RTRN CNTP CDTRREF OCMT COAM CHGS EXCH ORDP BENM ULTD ULTB ULTC UDTR UCRD';
/** Tags that only end the value before them. */
const passedOver = 'TRTP BIC IREF CREF CSID PURP ADDR ISDT ID SVCL ACCW BUSP TRCD SUM CD ISSR CDTRREFTP';
/** Words that occur between slashes in what people type, too. */
const typed: ReadonlySet<string> = new Set(['ID', 'CD', 'SUM', 'SVCL']);

/** A tag between slashes (formats document §3.2). */
interface Tag {
  readonly name: string;
  readonly isKept: boolean;
  /** In a remittance it is text. */
  readonly isTyped: boolean;
}

/** Values run until the next of these, so that a name may hold a slash. */
const tags: readonly Tag[] = [kept, passedOver].flatMap((names) =>
  names.split(' ').map((name) => ({ name, isKept: names === kept, isTyped: typed.has(name) })),
);
/** What stands before the first tag. */
const noTag: Tag = { name: '', isKept: true, isTyped: false };
const longestTag = Math.max(...tags.map(({ name }) => name.length));
/** The character before the capital letters. */
const beforeA = 64;
/** By the last letters of the tag as one number of 32 bits, five for each. */
const tagByKey: ReadonlyMap<number, Tag> = new Map(
  tags.map((tag) => [[...tag.name].reduce((key, letter) => (key << 5) | (letter.charCodeAt(0) - beforeA), 0), tag]),
);
/** Letters of which a number holds all. */
const lettersOfKey = 6;

const holdsTags = /\/(?:TRTP|EREF|REMI|MARF|CNTP|ORDP|BENM)\//;

/** Whether a text is made of tags between slashes, from its start or after a first line of another kind. */
export function isSlashTagged(text: string): boolean {
  return (text.charCodeAt(0) === 47 && tagBetween(text, 1, text.indexOf('/', 1)) !== null) || holdsTags.test(text);
}

/** Reads `/TRTP/…/IBAN/…/NAME/…/REMI/…`, `/CNTP/iban/bic/name/city//REMI/USTD//…` and `/ORDP//NAME/…` texts. */
export function readSlashTags(text: string, context: InformationContext): Information {
  const said = new Tags();
  let tag = noTag;
  let start = 0;
  let slash = text.indexOf('/');
  while (slash >= 0) {
    const close = text.indexOf('/', slash + 1);
    const next = close < 0 ? null : tagBetween(text, slash + 1, close);
    if (next !== null && !(next.isTyped && tag.name === 'REMI')) {
      if (tag.isKept) said.take(tag.name, text.slice(start, slash));
      tag = next;
      start = close + 1;
    }
    // The slash that ends a tag may begin the next: `/ORDP/NAME/`.
    slash = close;
  }
  if (tag.isKept) said.take(tag.name, text.slice(start));
  return said.information(context.isCredit);
}

/** The tag that stands between two slashes; null when what stands there is none. */
function tagBetween(text: string, start: number, end: number): Tag | null {
  if (end - start > longestTag) return null;
  let key = 0;
  for (let at = start; at < end; at++) {
    const letter = text.charCodeAt(at) - beforeA;
    if (!(letter >= 1 && letter <= 26)) return null;
    key = (key << 5) | letter;
  }
  const tag = tagByKey.get(key);
  if (tag === undefined || tag.name.length !== end - start) return null;
  return tag.name.length <= lettersOfKey || text.startsWith(tag.name, start) ? tag : null;
}

/** The values of one text; of a tag that comes back the first counts, but remittances add up. */
class Tags {
  /** Those that belong to no party named before them are the counterparty's. */
  private name: string | undefined;
  private account: string | undefined;
  private parties: Parties | null = null;
  private isRemitted = false;
  private remittance: string | null = null;
  /** As the remittance marks it. */
  private reference: string | null = null;
  private endToEnd: string | undefined;
  private batch: string | undefined;
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
        if (this.parties === null) this.name ??= value;
        else this.parties.name(value);
        return;
      case 'IBAN':
      case 'BBAN':
        if (this.parties === null) this.account ??= value;
        else this.parties.account(value);
        return;
      case 'REMI':
        this.remit(value);
        return;
      case 'EREF':
        this.endToEnd ??= value;
        return;
      case 'PREF':
        this.batch ??= value;
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
        this.party(name, value);
    }
  }

  /** What remittances said so far, and one more. */
  private remit(value: string): void {
    this.isRemitted = true;
    const marked = value.includes('STRD/')
      ? structured.exec(value)
      : value.startsWith('ISSUER:')
        ? issued.exec(value)
        : null;
    if (marked) this.reference ??= referenceOrNull(marked[1]);
    if (marked?.index === 0) return;
    const found = textOrNull(withoutEnds(value.startsWith('USTD/') ? value.slice(value[5] === '/' ? 6 : 5) : value));
    if (found === null || found === '/' || found === this.remittance) return;
    this.remittance = this.remittance === null ? found : `${this.remittance} ${found}`;
  }

  /** A party with nothing, its name, or in the SWIFT form all there is: `/BENM/account/name/text`. */
  private party(party: string, value: string): void {
    const whole = accountNameText.exec(value);
    this.parties ??= new Parties();
    this.parties.party(party, whole ? whole[2]! : value);
    if (!whole) return;
    this.parties.account(whole[1]!);
    this.before ||= whole[3] ?? '';
  }

  information(isCredit: boolean): Information {
    const counter = this.other === undefined ? null : counterparty(this.other);
    const name = this.name?.trim() ? this.name : this.parties?.nameOf(isCredit);
    const account = this.account?.trim() ? this.account : this.parties?.accountOf(isCredit);
    const said: Information = {
      counterpartyName: counter?.name ?? textOrNull(withoutEnd(name)),
      counterpartyAccount: counter?.account ?? accountOrNull(withoutEnd(account)),
      remittance: this.isRemitted ? this.remittance : textOrNull(this.before),
      structuredReference: referenceOrNull(withoutEnds(this.marked)) ?? this.reference,
      endToEndId: referenceOrNull(withoutEnds(this.endToEnd)),
      mandateId: referenceOrNull(withoutEnds(this.mandate)),
      returnReason: returnCode(this.reason),
    };
    const batchReference = referenceOrNull(withoutEnds(this.batch));
    return batchReference === null ? said : { ...said, batchReference };
  }
}

const accountNameText = /^((?=.*\d{5})[A-Z0-9]{8,34})\/([^/]*[A-Za-z][^/]*)(?:\/(.*))?$/s;
const amountFirst = /^(?:[A-Z]{3})?[\d.,]*\/*/;

/** Names and accounts of the parties of one text. */
class Parties {
  private at = '';
  private readonly names = new Map<string, string>();
  private readonly accounts = new Map<string, string>();

  party(party: string, value: string): void {
    this.at = party;
    if (/[A-Za-z]/.test(value)) this.name(value);
  }

  name(value: string): void {
    this.names.set(this.at, value);
  }

  account(value: string): void {
    this.accounts.set(this.at, value);
  }

  nameOf(isCredit: boolean): string | undefined {
    return firstOf(this.names, isCredit);
  }

  accountOf(isCredit: boolean): string | undefined {
    return firstOf(this.accounts, isCredit);
  }
}

function firstOf(of: ReadonlyMap<string, string>, isCredit: boolean): string | undefined {
  const party = (isCredit ? creditParties : debitParties).find((one) => of.get(one)?.trim());
  return party === undefined ? undefined : of.get(party);
}

const creditParties = ['ORDP', 'BENM', 'ULTD', 'UDTR', 'ULTB', 'ULTC', 'UCRD'];
const debitParties = ['BENM', 'ORDP', 'ULTB', 'ULTC', 'UCRD', 'ULTD', 'UDTR'];

/** Some banks close every value with a slash. */
function withoutEnd(value: string | undefined): string | undefined {
  return value?.charCodeAt(value.length - 1) === 47 ? value.slice(0, -1) : value;
}

/** Where such a value is the last of its text, the slash that would open the next is there too. */
function withoutEnds(value: string | undefined): string | undefined {
  return withoutEnd(value?.endsWith('//') ? value.slice(0, -1) : value);
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

const issued = /^ISSUER: ?\w+\s+REF: ?([A-Z0-9 ]+)/i;
