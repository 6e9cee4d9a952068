import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebtor } from '#renderer/db/read/hooks.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import type { Debtor, DebtorId } from '#shared/domain/debtor.ts';
import { formatAccount } from '#shared/identifiers/iban.ts';
import { formatMoney, formatTotals } from '#shared/money/cents.ts';
import { DebtorPicker } from './DebtorPicker.tsx';
import styles from './debiteuren.module.css';
import entry from './entry.module.css';
import { type MergeSide, type MergeView, mergeView, moves } from './merge-form.ts';
import { useFormCommand } from './use-form-command.ts';

export interface MergeDialogProps {
  readonly debtor: Debtor;
  readonly onClose: () => void;
  /** They are one; the number of the one that stayed. */
  readonly onMerged: (id: DebtorId) => void;
}

/** "Samenvoegen met…": another debtor is found, laid beside this one, and made one with it (criterion A11). */
export function MergeDialog({ debtor, onClose, onMerged }: MergeDialogProps) {
  const { t } = useTranslation();
  const [other, setOther] = useState<DebtorId | null>(null);
  const [stays, setStays] = useState<'this' | 'other'>('this');
  const [asked, setAsked] = useState(false);
  const own = useDebtor(debtor.id);
  const second = useDebtor(other ?? debtor.id);
  const [from, into] = stays === 'this' ? [second, own] : [own, second];
  const view = other === null ? null : mergeView(from?.ledger, into?.ledger);
  const { failed, save } = useFormCommand(() => {
    onClose();
    if (view) onMerged(view.into.debtor.id);
  });
  const submit = () => {
    setAsked(true);
    if (!view) return;
    void save([{ type: 'merge-debtors', from: view.from.debtor.id, into: view.into.debtor.id }], {
      key: 'invoer.merge.done',
      params: { from: view.from.debtor.name, into: view.into.debtor.name },
    });
  };
  return (
    <FormDialog
      title={t('invoer.merge.title', { name: debtor.name })}
      size="lg"
      failed={failed}
      explain={t('invoer.merge.explain')}
      confirm={view ? t('invoer.merge.confirm') : t('invoer.merge.confirmNone')}
      onSubmit={submit}
      onClose={onClose}
    >
      <DebtorPicker
        label={t('invoer.merge.other')}
        value={other}
        without={debtor.id}
        autoFocus
        error={asked && other === null ? t('invoer.wrong.noDebtor') : null}
        onChange={setOther}
      />
      {view && (
        <>
          <Radio.Group
            label={t('invoer.merge.stays')}
            value={stays}
            onChange={(value) => setStays(value === 'other' ? 'other' : 'this')}
          >
            <Stack gap={4}>
              {(['this', 'other'] as const).map((which) => {
                const side = (which === stays ? view.into : view.from).debtor;
                return <Radio key={which} value={which} label={nameOf(side)} />;
              })}
            </Stack>
          </Radio.Group>
          <SideBySide view={view} />
          <Moves view={view} />
        </>
      )}
    </FormDialog>
  );
}

function nameOf({ code, name }: Debtor): string {
  return code === name ? name : `${code} ${name}`;
}

const compared = [
  'name',
  'code',
  'kind',
  'address',
  'email',
  'phone',
  'iban',
  'kvk',
  'vatId',
  'creditLimit',
  'open',
] as const;

/** Both debtors and the one that stays, field by field. */
function SideBySide({ view }: { readonly view: MergeView }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { from, into, after } = view;
  const open = ({ open: sums }: Pick<MergeSide, 'open'>) => formatTotals(sums, language);
  const value = (debtor: Debtor, field: Exclude<(typeof compared)[number], 'open'>): string => {
    if (field === 'kind') return t(`common.kind.${debtor.kind}`);
    if (field === 'code') return debtor.code === debtor.name ? '' : debtor.code;
    const { address, creditLimit } = debtor;
    if (field === 'creditLimit') return creditLimit === undefined ? '' : formatMoney(creditLimit, 'EUR', language);
    if (field === 'iban') return debtor.iban === null ? '' : formatAccount(debtor.iban);
    if (field !== 'address') return debtor[field] ?? '';
    return address ? `${address.street}, ${address.postalCode} ${address.city}` : '';
  };
  const cell = (side: MergeSide, field: (typeof compared)[number]) =>
    field === 'open' ? open(side) : value(side.debtor, field);
  return (
    <div className={entry.compareBox}>
      <table className={entry.compare} aria-label={t('invoer.merge.compare')}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('invoer.merge.goes')}</th>
            <th scope="col">{t('invoer.merge.keeps')}</th>
          </tr>
        </thead>
        <tbody>
          {compared.map((field) => {
            const taken = field !== 'open' && value(after, field) !== value(into.debtor, field);
            return (
              <tr key={field}>
                <th scope="row">{t(field === 'open' ? 'debiteuren.card.open' : `debiteuren.contact.${field}`)}</th>
                <td>{cell(from, field) || '–'}</td>
                <td>
                  {taken ? (
                    <>
                      {value(after, field)} <span className={styles.quiet}>{t('invoer.merge.taken')}</span>
                    </>
                  ) : (
                    cell(into, field) || '–'
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What moves, in numbers. */
function Moves({ view: { from, into } }: { readonly view: MergeView }) {
  const { t } = useTranslation();
  const parts = moves(from.counts).map(([what, count]) => t(`invoer.merge.moves.${what}`, { count }));
  return (
    <p>
      {parts.length === 0
        ? t('invoer.merge.nothing', { from: from.debtor.name })
        : t('invoer.merge.moving', { parts: parts.join(', '), into: into.debtor.name })}
    </p>
  );
}
