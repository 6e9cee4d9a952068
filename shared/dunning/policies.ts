import type { Books } from '../domain/books.ts';
import type { Debtor } from '../domain/debtor.ts';
import type { OpenItem } from '../domain/item.ts';
import type { Channel, LetterKind, Policy, Step } from '../domain/policy.ts';
import { policyIdFor } from '../segmentation/kind.ts';

interface Rung {
  readonly id: string;
  readonly offset: number;
  readonly deadline?: number;
  readonly channels?: readonly Channel[];
  readonly minimum?: number;
  readonly interest?: Step['interest'];
  readonly costs?: Step['costs'];
}

function rung(action: Step['action'], from: Step['from'], given: Rung): Step {
  return {
    id: given.id,
    action,
    from,
    offsetDays: given.offset,
    deadlineDays: given.deadline ?? 0,
    channels: given.channels ?? [],
    minimumCents: given.minimum ?? 0,
    interest: given.interest ?? 'none',
    costs: given.costs ?? 'none',
  };
}

const zakelijk: Policy = {
  id: 'zakelijk',
  name: 'Zakelijk',
  version: 1,
  steps: [
    rung('reminder', 'due', { id: 'herinnering', offset: 3, deadline: 7, channels: ['email'] }),
    rung('demand', 'previous', {
      id: 'aanmaning',
      offset: 3,
      deadline: 7,
      channels: ['email', 'post'],
      interest: 'announce',
      costs: 'announce',
    }),
    rung('phone', 'previous', { id: 'bellen', offset: 1, minimum: 50_000 }),
    rung('final-demand', 'previous', {
      id: 'laatste-sommatie',
      offset: 3,
      deadline: 7,
      channels: ['email', 'registered'],
      interest: 'charge',
      costs: 'charge',
    }),
    rung('collection-ready', 'previous', { id: 'gereed-voor-incasso', offset: 3 }),
  ],
};

const consument: Policy = {
  id: 'consument',
  name: 'Consument',
  version: 1,
  steps: [
    rung('reminder', 'due', { id: 'herinnering', offset: 5, deadline: 7, channels: ['email'] }),
    rung('demand', 'previous', { id: 'aanmaning', offset: 3, deadline: 14, channels: ['email', 'post'] }),
    rung('fourteen-day-letter', 'previous', {
      id: 'veertiendagenbrief',
      offset: 3,
      channels: ['email', 'post'],
      costs: 'announce',
    }),
    rung('final-demand', 'previous', {
      id: 'laatste-sommatie',
      offset: 3,
      deadline: 7,
      channels: ['email', 'post'],
      costs: 'charge',
    }),
    rung('collection-ready', 'previous', { id: 'gereed-voor-incasso', offset: 3 }),
  ],
};

/**
 * Belgian law on consumer debts (book XIX WER): the first reminder is free and gives fourteen days, which start on the third
 * working day after posting, so 21 days from its date. It says what a clause will ask after that, up to the legal maximum.
 */
const consumentBelgie: Policy = {
  id: 'consument-belgie',
  name: 'Consument België',
  version: 1,
  steps: [
    rung('reminder', 'due', {
      id: 'herinnering',
      offset: 5,
      deadline: 21,
      channels: ['email'],
      costs: 'announce',
    }),
    rung('final-demand', 'previous', {
      id: 'laatste-sommatie',
      offset: 3,
      deadline: 14,
      channels: ['email', 'post'],
      interest: 'charge',
      costs: 'charge',
    }),
    rung('collection-ready', 'previous', { id: 'gereed-voor-incasso', offset: 3 }),
  ],
};

const overheid: Policy = {
  id: 'overheid',
  name: 'Overheid',
  version: 1,
  steps: [
    rung('reminder', 'due', { id: 'herinnering', offset: 10, deadline: 14, channels: ['email'] }),
    rung('phone', 'previous', { id: 'bellen', offset: 14 }),
    rung('demand', 'previous', { id: 'aanmaning', offset: 14, deadline: 14, channels: ['email', 'post'] }),
    rung('final-demand', 'previous', { id: 'sommatie', offset: 21, deadline: 14, channels: ['email', 'post'] }),
  ],
};

/** Reminder only: the aanmaning is on the ladder so that the gate `debtor-type-unknown` has a step to name. */
const onbekend: Policy = {
  id: 'onbekend',
  name: 'Soort onbekend',
  version: 1,
  steps: [
    rung('reminder', 'due', { id: 'herinnering', offset: 5, deadline: 7, channels: ['email'] }),
    rung('demand', 'previous', { id: 'aanmaning', offset: 3, deadline: 14, channels: ['email', 'post'] }),
  ],
};

/** The policies Voldaan comes with (criterion D1). */
export const shippedPolicies: readonly Policy[] = [zakelijk, consument, consumentBelgie, overheid, onbekend];

/** Policies in force by id: an administration's own record replaces the shipped one when its version is not lower. */
export function policiesOf(books: Books): ReadonlyMap<string, Policy> {
  const byId = new Map(shippedPolicies.map((policy) => [policy.id, policy]));
  for (const policy of books.records.policy.values()) {
    const known = byId.get(policy.id);
    if (!known || policy.version >= known.version) byId.set(policy.id, policy);
  }
  return byId;
}

/** Policy of an item: pinned to the item, else to the debtor, else by kind of debtor and the law it falls under (criterion D1). Unknown pins are passed over. */
export function policyFor(
  policies: ReadonlyMap<string, Policy>,
  debtor: Pick<Debtor, 'policyId' | 'kind' | 'jurisdiction' | 'address'>,
  item?: Pick<OpenItem, 'policyId'>,
): Policy {
  const pinned = (item?.policyId && policies.get(item.policyId)) || (debtor.policyId && policies.get(debtor.policyId));
  return pinned || policies.get(policyIdFor(debtor)) || onbekend;
}

/** Letter kinds that stand on a ladder, lightest first (criterion D5). Other kinds never change a level. */
const ladderKinds: readonly LetterKind[] = [
  'pre-due-notice',
  'reminder',
  'second-reminder',
  'demand',
  'default-notice',
  'fourteen-day-letter',
  'final-demand',
];
const ranks: ReadonlyMap<string, number> = new Map(ladderKinds.map((kind, index) => [kind, index]));

/** Weight of a letter kind on the ladder, from 0; -1 for anything that is no dunning letter. */
export function rankOf(action: Step['action']): number {
  return ranks.get(action) ?? -1;
}

/** Written demands that set a term: whoever lets it pass is in default, whatever the heading says (art. 6:82 BW). */
const noticesOfDefault: ReadonlySet<LetterKind> = new Set<LetterKind>(['demand', 'default-notice', 'final-demand']);

/** Whether a letter of this kind puts a debtor in default whose term was not agreed. */
export function isNoticeOfDefault(kind: LetterKind): boolean {
  return noticesOfDefault.has(kind);
}
