import type { IsoDate } from '#shared/dates/civil.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { AdministrationMarks, DropChoices, DropOutcome, DropPreview } from '#shared/domain/drop/drop.ts';
import type { SourceFile } from '#shared/domain/imports.ts';
import type { Allocation, ItemId, ItemKind } from '#shared/domain/item.ts';
import type { Reconciliation } from '#shared/insight/reconciliation.ts';
import type { MatchCandidate } from '#shared/matching/match.ts';
import type { ShownReason } from '#shared/matching/why.ts';
import type { Cents, Currency } from '#shared/money/cents.ts';

/** A file as the screens hand it over; the worker reads it in pieces, so its size costs no memory. */
export interface OfferedFile {
  /** With the folder it was dropped in: `facturen/2026-0001.xml`. */
  readonly name: string;
  readonly blob: Blob;
}

/** Choices per unit of a drop, by the unit's id; a unit's id stays the same however often it is read. */
export type ChoicesByUnit = Readonly<Record<string, DropChoices>>;

/** An open item as it is offered while a receipt is looked at. */
export interface ReviewItem {
  readonly debtorId: DebtorId;
  readonly debtorCode: string;
  readonly debtorName: string;
  readonly itemId: ItemId;
  readonly number: string;
  readonly kind: ItemKind;
  readonly date: IsoDate | null;
  readonly dueDate: IsoDate | null;
  readonly open: Cents;
  readonly currency: Currency;
}

/** A bank line that waits, with what it may be. */
export interface ReviewLine {
  readonly line: BankLine;
  readonly candidates: readonly MatchCandidate[];
  /** Every item the candidates name. */
  readonly items: readonly ReviewItem[];
}

/** Money in that waits to be looked at, and the debtors it may well be of. */
export interface WaitingMoney {
  readonly lineId: string;
  readonly date: IsoDate;
  readonly amount: Cents;
  readonly currency: Currency;
  readonly debtorIds: readonly DebtorId[];
}

/** What a bank line was taken as on one item; without an item, all of it became the debtor's credit. */
export interface TakenPart {
  readonly debtorId: DebtorId;
  readonly debtorName: string;
  readonly itemId: ItemId | null;
  readonly number: string;
  readonly amount: Cents;
  /** Null = money. */
  readonly kind: NonNullable<Allocation['kind']> | null;
}

/** A bank line that was matched, or set aside as no debtor's. */
export interface TakenLine {
  readonly line: BankLine;
  readonly parts: readonly TakenPart[];
  /** What no item took: credit. */
  readonly rest: Cents;
  /** What it left of items it paid, little enough to be let go; 0 = nothing. */
  readonly small: Cents;
  /** Why it was matched so; empty where parts were put together by hand, or it was not kept. */
  readonly reasons: readonly ShownReason[];
}

/** The part of the books worker that imports are made with. Every method rejects with a `FailureError`. */
export interface ImportApi {
  /**
   * Reads files offered together and compares them with the books; nothing is written. Progress is told as job `reading`, in
   * bytes. `portfolio` says by which marks files of other administrations are known.
   */
  openDrop(files: readonly OfferedFile[], portfolio: readonly AdministrationMarks[]): Promise<DropPreview>;
  /** The same files with other choices; only what the choices touch is read again. */
  chooseDrop(dropId: string, choices: ChoicesByUnit): Promise<DropPreview>;
  /** Account 1300 beside the books as the drop would leave them; null without a full list. Reckoned when it is asked. */
  reconciliationAfter(dropId: string): Promise<Reconciliation | null>;
  /** Stops reading, or forgets a drop that was read. */
  leaveDrop(dropId: string | null): Promise<void>;
  /**
   * Writes the units that are taken, in order, one commit each; compared anew with the books as they are. `stored` names the
   * archived originals by unit; copies of invoices are stored on the way.
   */
  confirmDrop(
    dropId: string,
    choices: ChoicesByUnit,
    stored: Readonly<Record<string, readonly SourceFile[]>>,
  ): Promise<DropOutcome>;
  /** Takes imports back in the order given, newest first: all in one commit, or none. Rejects with the reason (`table.undo.<undo>`). */
  undoImports(importIds: readonly string[]): Promise<void>;
  /** Bank lines that wait to be looked at, largest first. */
  bankReview(): Promise<readonly ReviewLine[]>;
  /** Of the same lines the money in that may well be of a debtor: whoever duns that debtor looks at it first. */
  waitingMoney(): Promise<readonly WaitingMoney[]>;
  /**
   * Open items of debtors that fit a search (number, amount, name), for a receipt none of whose candidates is right; `settled`:
   * those with nothing open as well, since a storno brings one of them back.
   */
  itemsToMatch(search: string, limit: number, settled: boolean): Promise<readonly ReviewItem[]>;
  /** Bank lines that were matched and bank lines that were set aside, so many of each, newest first. */
  bankTaken(limit: number): Promise<readonly TakenLine[]>;
}
