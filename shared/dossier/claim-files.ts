import type { i18n } from 'i18next';
import { canonicalJson } from '../domain/canonical.ts';
import { toDecimal } from '../money/cents.ts';
import type { Claim, ClaimSupplement } from './claim.ts';
import type { ClaimCharges } from './claim-charges.ts';
import { csvTable } from './csv.ts';

/**
 * `vordering.json`: amounts as decimal strings, dates as JJJJ-MM-DD. `rows` and their `open` are as the ledger has them,
 * `totals` with payments imputed by law, `charges` how interest and costs came about; where there are none, `status` is
 * `none` with the reason.
 */
export function claimJson(claim: Claim, translate: i18n): string {
  const supplement = ({ amount, reason }: ClaimSupplement) => ({
    amount: toDecimal(amount),
    status: reason === null ? 'computed' : 'none',
    reason,
    statusText: reason === null ? null : translate.t(`dossier.zip.none.${reason}`),
  });
  const content = {
    format: 'voldaan-vordering',
    version: 2,
    ...claim,
    rows: claim.rows.map((row) => ({
      ...row,
      total: toDecimal(row.total),
      vat: row.vat === null ? null : toDecimal(row.vat),
      paid: toDecimal(row.paid),
      open: toDecimal(row.open),
      interest: toDecimal(row.interest),
      costs: toDecimal(row.costs),
      payments: row.payments.map((payment) => ({ ...payment, amount: toDecimal(payment.amount) })),
    })),
    payments: claim.payments.map((payment) => ({ ...payment, amount: toDecimal(payment.amount) })),
    totals: claim.totals.map((total) => ({
      currency: total.currency,
      principal: toDecimal(total.principal),
      interest: supplement(total.interest),
      collectionCosts: supplement(total.collectionCosts),
      total: toDecimal(total.total),
      perDay: toDecimal(total.perDay),
      ledgerOpen: toDecimal(total.ledgerOpen),
    })),
    charges: claim.charges && chargesJson(claim.charges, translate),
  };
  return `${JSON.stringify(JSON.parse(canonicalJson(content)), null, 2)}\n`;
}

function chargesJson(charges: ClaimCharges, translate: i18n) {
  const { costs } = charges;
  return {
    rate: charges.rate,
    ground: charges.interestClause ?? translate.t(`dossier.zip.ground.${charges.rate}`),
    perDay: toDecimal(charges.perDay),
    stale: charges.stale,
    items: charges.items.map((item) => ({
      number: item.number,
      principal: toDecimal(item.principal),
      interestFrom: item.interestFrom,
      lines: item.lines.map((line) => ({ ...line, base: toDecimal(line.base), interest: toDecimal(line.interest) })),
      interest: toDecimal(item.interest),
      principalOpen: toDecimal(item.principalOpen),
      interestOpen: toDecimal(item.interestOpen),
    })),
    costs: costs && {
      base: toDecimal(costs.base),
      costs: toDecimal(costs.costs),
      vat: toDecimal(costs.vat),
      total: toDecimal(costs.total),
      from: charges.costsFrom,
      ground: charges.costsClause,
      open: toDecimal(charges.costsOpen),
    },
    imputations: charges.imputations.map(({ date, number, ...amounts }) => ({
      date,
      number,
      amount: toDecimal(amounts.amount),
      costs: toDecimal(amounts.costs),
      interest: toDecimal(amounts.interest),
      principal: toDecimal(amounts.principal),
      unallocated: toDecimal(amounts.unallocated),
    })),
  };
}

/** `vordering.csv`: one row per open item, everything needed to enter the claim elsewhere. */
export function claimCsv(claim: Claim, translate: i18n): string {
  const heading = (name: string) => translate.t(`dossier.zip.claim.${name}`);
  const { debtor } = claim;
  const status = (currency: string, part: 'interest' | 'collectionCosts') => {
    const reason = claim.totals.find((total) => total.currency === currency)?.[part].reason ?? null;
    return translate.t(reason === null ? 'dossier.zip.computed' : `dossier.zip.none.${reason}`);
  };
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
      'interestFrom',
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
      { amount: row.interest },
      { text: status(row.currency, 'interest') },
      { amount: row.costs },
      { text: status(row.currency, 'collectionCosts') },
      { text: row.yourReference },
      { date: row.interestFrom },
    ]),
  );
}
