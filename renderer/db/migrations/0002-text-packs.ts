import type { Migration } from '../schema.ts';

/** Packs as JSON texts instead of objects. Frozen. */
export const textPacks: Migration = {
  number: 2,
  stores: {},
  upgrade: async (transaction) => {
    const asText = (field: string) => (record: Record<string, unknown>) => {
      record[field] = JSON.stringify(record[field]);
    };
    await transaction.table('ledger').toCollection().modify(asText('debtors'));
    await transaction.table('dossier').toCollection().modify(asText('chains'));
  },
};
