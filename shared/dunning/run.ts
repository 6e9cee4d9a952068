import { epochDay, fromEpochDay, type IsoDate } from '../dates/civil.ts';
import { addBankDays } from '../dates/holidays.ts';
import type { Administration } from '../domain/administration.ts';
import type { Books } from '../domain/books.ts';
import { ratesOf } from '../domain/commands/charges.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { OpenItem } from '../domain/item.ts';
import type { RateTables } from '../law/rate-table.ts';
import { freshnessOf, isStale } from './freshness.ts';
import { type Ladder, ladderOf } from './ladder.ts';
import { policiesOf, policyFor } from './policies.ts';
import type { Gate, GateCode } from './proposal.ts';

export interface RunOptions {
  readonly today: IsoDate;
  /** Why letters are made on stale data; null or absent = they are not (criterion A9). */
  readonly acceptStale?: string | null;
  /** Date the data are of; absent = that of the latest import, null = not from an import, so never stale. */
  readonly dataAsOf?: IsoDate | null;
}

/** What every debtor of one run is judged by; days are epoch days. Caches make it cheap, nothing in it changes. */
export interface Run {
  readonly administration: Administration;
  readonly rates: RateTables;
  readonly today: IsoDate;
  readonly todayDay: number;
  readonly staleGate: Gate | null;
  ladderFor(debtor: Debtor, item?: OpenItem): Ladder;
  /** Epoch day of a date. */
  dayOf(date: IsoDate): number;
  bankDaysAfter(day: number, count: number): number;
  /** One gate object per code and day. */
  gate(code: GateCode, untilDay: number | null): Gate;
}

/** Starts a run: policies in force, freshness of the data, and empty caches. */
export function startRun(books: Books, administration: Administration, options: RunOptions): Run {
  const policies = policiesOf(books);
  const ladders = new Map<string, Ladder>();
  const bankDays = new Map<number, number>();
  const days = new Map<IsoDate, number>();
  const gates = new Map<GateCode, Map<number | null, Gate>>();

  function gate(code: GateCode, untilDay: number | null): Gate {
    const byDay = kept(gates, code, () => new Map<number | null, Gate>());
    return kept(byDay, untilDay, () => ({ code, until: untilDay === null ? null : fromEpochDay(untilDay) }));
  }

  const { today, acceptStale, dataAsOf } = options;
  const isOld =
    dataAsOf === undefined
      ? freshnessOf(books.records.import.values(), administration, today).stale
      : isStale(administration, dataAsOf, today);
  const stale = isOld && !acceptStale;
  return {
    administration,
    rates: ratesOf(books),
    today,
    todayDay: epochDay(today),
    staleGate: stale ? gate('stale-data', null) : null,
    ladderFor(debtor, item) {
      const policy = policyFor(policies, debtor, item);
      return kept(ladders, policy.id, () => ladderOf(policy));
    },
    dayOf(date) {
      return kept(days, date, () => epochDay(date));
    },
    bankDaysAfter(day, count) {
      return kept(bankDays, day * 16 + count, () => epochDay(addBankDays(fromEpochDay(day), count)));
    },
    gate,
  };
}

function kept<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
