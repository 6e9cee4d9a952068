import type { Migration } from '../schema.ts';

/**
 * The first layout. Records are few because each costs about 0.2 ms whatever it holds: one for 32 debtors, one for all
 * summaries. Frozen.
 */
export const first: Migration = {
  number: 1,
  stores: {
    ledger: 'pack',
    dossier: 'pack',
    records: '[table+lineId]',
    summary: 'id',
    meta: 'id',
  },
  upgrade: null,
};
