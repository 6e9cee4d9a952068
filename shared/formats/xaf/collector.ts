import { refuseFile, Warnings } from '../problem.ts';
import type { XmlAttributes } from '../xml/names.ts';
import { Bookings } from './bookings.ts';
import type { PartFrame, PartListener, XafHandler } from './handler.ts';
import { Ledger } from './ledger.ts';
import type { XafAccount } from './reading.ts';
import { Relations } from './relations.ts';
import { Subledgers } from './subledgers.ts';
import { Totals } from './totals.ts';
import { amountOf, cleanText, dayOf, signedAmount } from './values.ts';
import { declaredVersion, isClair2, noEvidence } from './version.ts';
import { at, type Part } from './vocabulary.ts';

/** Facts of the header and the company; of the parts of a set the first that states one. */
export interface Masthead {
  readonly header: string[];
  readonly company: string[];
}

/** Takes the parts of an auditfile, or of the files of a set one after another, and keeps what receivables need. */
export class Collector implements PartListener {
  readonly warnings = new Warnings();
  readonly relations = new Relations();
  readonly ledger: Ledger;
  readonly bookings: Bookings;
  readonly subledgers: Subledgers;
  readonly openingTotals = new Totals();
  readonly evidence = noEvidence();
  readonly masthead: Masthead = { header: [], company: [] };

  private readonly knowsAccounts: boolean;
  private handler: XafHandler | null = null;
  private taxonomy = '';
  /** Asked for every element of a booking. */
  private lastAccount = '';
  private lastIgnored = false;
  /** Opening balances seen: of a set of files only the first counts. */
  private openings = 0;
  private days: readonly [string, string] | null = null;

  /** With `receivables` those accounts are known from an earlier reading of the same files. */
  constructor(receivables: ReadonlyMap<string, XafAccount['why']> | null = null) {
    this.ledger = new Ledger(receivables);
    this.bookings = new Bookings(this.ledger, this.warnings);
    this.subledgers = new Subledgers(this.ledger, this.bookings, this.relations, this.warnings);
    this.knowsAccounts = receivables !== null;
  }

  /** The events of the next file come from this handler. */
  follow(handler: XafHandler): void {
    this.handler = handler;
  }

  opened(part: Part, frame: PartFrame, attributes: XmlAttributes): void {
    switch (part) {
      case 'auditfile':
        this.evidence.declared ??= declaredVersion(attributes);
        break;
      case 'relation':
        this.relations.begin();
        break;
      case 'account':
        this.taxonomy = '';
        break;
      case 'opening':
        this.openings++;
        break;
      case 'subledger':
        this.subledgers.begin(frame.name);
        break;
      case 'taxonomy':
        if (frame.name === 'taxonomies') this.evidence.speaks31 = true;
        break;
      case 'journal':
        this.bookings.journals++;
    }
  }

  /** Of bookings on other than receivables accounts only the amount is needed. */
  ignores(part: Part, { values }: PartFrame, place: number): boolean {
    if (part !== 'line' || place === at.line.amnt || place === at.line.amnttp || place === at.line.accid) return false;
    const account = values[at.line.accid]!;
    if (account !== this.lastAccount) {
      this.lastAccount = account;
      this.lastIgnored = account !== '' && !this.ledger.isReceivable(account);
    }
    return this.lastIgnored;
  }

  closed(part: Part, { name, values, line }: PartFrame): void {
    switch (part) {
      case 'line':
        this.line(values, line);
        break;
      case 'transaction':
        this.transaction(values);
        break;
      case 'subLine':
        this.subLine(values, line, name);
        break;
      case 'openingLine':
        this.openingLine(values, line);
        break;
      case 'relation':
        this.relation(values);
        break;
      case 'address':
        this.relations.address(name, values);
        break;
      case 'bank':
        this.relations.bank(values);
        break;
      case 'taxonomy':
        this.taxonomy = `${this.taxonomy} ${values.join(' ')}`;
        break;
      case 'account':
        this.account(values);
        break;
      case 'opening':
        if (this.openings === 1) this.openingTotals.declare(values);
        break;
      case 'transactions':
        this.bookings.totals.declare(values);
        break;
      case 'subledger':
        this.subledgers.end(values);
        break;
      case 'currency':
        this.currency(values);
        break;
      case 'header':
        this.header(values);
        break;
      case 'company':
        this.company(values);
        break;
      case 'oldLine':
        if (values[at.oldLine.debitamount] !== '' || values[at.oldLine.creditamount] !== '') refuseFile('xaf-clair2');
    }
  }

  private currency(values: readonly string[]): void {
    const account = this.handler?.enclosing('line')?.values[at.line.accid] ?? '';
    const code = values[at.currency.curcode]!.toUpperCase();
    if (code === '' || code === this.masthead.header[at.header.curcode]?.toUpperCase()) return;
    if (account !== '' && this.ledger.isReceivable(account)) this.bookings.foreign++;
  }

  private header(values: readonly string[]): void {
    if (isClair2(values[at.header.auditfileversion]!)) refuseFile('xaf-clair2');
    if (values[at.header.rgsversion] !== '') this.evidence.speaks40 = true;
    this.sameSet(this.masthead.header[at.header.fiscalyear], values[at.header.fiscalyear]!);
    keepFirst(this.masthead.header, values);
  }

  private company(values: readonly string[]): void {
    if (values[at.company.commercenr] !== '') this.evidence.speaks40 = true;
    this.sameSet(this.masthead.company[at.company.companyname], values[at.company.companyname]!);
    keepFirst(this.masthead.company, values);
  }

  /** Files of one set are of one company and one year. */
  private sameSet(known: string | undefined, found: string): void {
    const other = cleanText(found);
    if (known && other !== '' && other !== known) refuseFile('xaf-not-one-set', { known, found: other });
  }

  private relation(values: readonly string[]): void {
    if (values[at.relation.clbaldesc] !== '' || values[at.relation.clbaltp] !== '') this.evidence.speaks40 = true;
    if (values[at.relation.custcreditlimit] !== '') this.evidence.speaks32 = true;
    this.relations.end(values);
  }

  private account(values: readonly string[]): void {
    if (values[at.account.rgscode] !== '') this.evidence.leans40 = true;
    if (values[at.account.leadreference] !== '' || values[at.account.leadcode] !== '') this.evidence.speaks32 = true;
    this.ledger.account(values, this.taxonomy);
  }

  private openingLine(values: readonly string[], row: number): void {
    if (this.openings > 1) return;
    const amount = amountOf(values[at.openingLine.amnt]!);
    if (amount === null) {
      this.openingTotals.count();
      this.warnings.add('xaf-amount', { amount: values[at.openingLine.amnt]!.slice(0, 40) }, row);
      return;
    }
    const side = values[at.openingLine.amnttp]!;
    const account = cleanText(values[at.openingLine.accid]!);
    this.openingTotals.add(amount, side);
    this.ledger.open(account, signedAmount(amount, side));
    this.subledgers.openingLine(cleanText(values[at.openingLine.nr]!), account);
  }

  private subLine(values: readonly string[], row: number, name: string): void {
    this.evidence.hasSubledgers = true;
    if (values[at.subLine.matchkeyid] !== '') this.evidence.speaks32 = true;
    // As with the opening balance itself: of a set of files the first.
    if (name === 'obsbline' && this.openings > 1) return;
    const outer = this.handler?.enclosing('subledger')?.values;
    this.subledgers.line(values, row, name, outer?.[at.subledger.sbtype] ?? '', outer?.[at.subledger.sbdesc] ?? '');
  }

  private line(values: readonly string[], row: number): void {
    if (!this.knowsAccounts && this.ledger.size === 0) this.bookings.tooEarly = true;
    if (values[at.line.settdate] !== '') this.evidence.speaks40 = true;
    if (values[at.line.matchkeyid] !== '') this.evidence.speaks32 = true;
    this.bookings.line(values, row);
  }

  private transaction(values: readonly string[]): void {
    if (values[at.transaction.source] !== '' || values[at.transaction.user] !== '') this.evidence.leans40 = true;
    const journal = this.handler?.enclosing('journal')?.values;
    this.bookings.transaction(
      values[at.transaction.nr]!,
      values[at.transaction.trdt]!,
      journal?.[at.journal.jrnid] ?? '',
      (journal?.[at.journal.jrntp] ?? '').toUpperCase(),
      this.period(),
    );
  }

  /** First and last day of the year; '' where the header does not say. */
  private period(): readonly [string, string] {
    const { header } = this.masthead;
    if (header.length === 0) return ['', ''];
    this.days ??= [dayOf(header[at.header.startdate]!) ?? '', dayOf(header[at.header.enddate]!) ?? ''];
    return this.days;
  }
}

function keepFirst(kept: string[], values: readonly string[]): void {
  values.forEach((value, place) => {
    if (!kept[place]) kept[place] = cleanText(value);
  });
}
