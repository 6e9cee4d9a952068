import type { i18n } from 'i18next';
import { canonicalJson } from '../domain/canonical.ts';
import { toDecimal } from '../money/cents.ts';
import type { Claim, ClaimSupplement } from './claim.ts';
import { csvTable } from './csv.ts';

/** `vordering.json`: amounts as decimal strings, dates as JJJJ-MM-DD; what is not computed yet says so in `status`. */
export function claimJson(claim: Claim, translate: i18n): string {
  const supplement = (given: ClaimSupplement) => ({
    amount: toDecimal(given.amount),
    status: given.computed ? 'computed' : 'not-computed',
    statusText: given.computed ? null : translate.t('dossier.zip.notComputed'),
  });
  const content = {
    format: 'voldaan-vordering',
    version: 1,
    ...claim,
    rows: claim.rows.map((row) => ({
      ...row,
      total: toDecimal(row.total),
      vat: row.vat === null ? null : toDecimal(row.vat),
      paid: toDecimal(row.paid),
      open: toDecimal(row.open),
    })),
    payments: claim.payments.map((payment) => ({ ...payment, amount: toDecimal(payment.amount) })),
    totals: claim.totals.map((total) => ({
      currency: total.currency,
      principal: toDecimal(total.principal),
      interest: supplement(total.interest),
      collectionCosts: supplement(total.collectionCosts),
      total: toDecimal(total.total),
    })),
  };
  return `${JSON.stringify(JSON.parse(canonicalJson(content)), null, 2)}\n`;
}

/** `vordering.csv`: one row per open item, everything needed to enter the claim elsewhere. */
export function claimCsv(claim: Claim, translate: i18n): string {
  const heading = (name: string) => translate.t(`dossier.zip.claim.${name}`);
  const { debtor } = claim;
  const address = debtor.address;
  return csvTable(
    [
      'debtorCode',
      'debtorName',
      'debtorKind',
      'legalForm',
      'kvk',
      'street',
      'postalCode',
      'city',
      'country',
      'email',
      'phone',
      'number',
      'itemKind',
      'date',
      'dueDate',
      'dueDerived',
      'currency',
      'total',
      'vat',
      'paid',
      'open',
      'disputed',
      'interest',
      'interestStatus',
      'costs',
      'costsStatus',
      'yourReference',
    ].map(heading),
    claim.rows.map((row) => [
      { text: debtor.code },
      { text: debtor.name },
      { text: translate.t(`dossier.zip.debtorKind.${debtor.kind}`) },
      { text: debtor.legalForm },
      { text: debtor.kvk },
      { text: address?.street ?? null },
      { text: address?.postalCode ?? null },
      { text: address?.city ?? null },
      { text: address?.country ?? null },
      { text: debtor.email },
      { text: debtor.phone },
      { text: row.number },
      { text: translate.t(`dossier.zip.itemKind.${row.kind}`) },
      { date: row.date },
      { date: row.dueDate },
      { text: translate.t(row.dueDerived ? 'dossier.zip.yes' : 'dossier.zip.no') },
      { text: row.currency },
      { amount: row.total },
      { amount: row.vat },
      { amount: row.paid },
      { amount: row.open },
      { text: translate.t(row.disputed ? 'dossier.zip.yes' : 'dossier.zip.no') },
      { amount: 0 },
      { text: translate.t('dossier.zip.notComputed') },
      { amount: 0 },
      { text: translate.t('dossier.zip.notComputed') },
      { text: row.yourReference },
    ]),
  );
}
