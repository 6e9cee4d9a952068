import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { percentOf } from '#shared/matching/match.ts';
import { formatMoney, sumOf } from '#shared/money/cents.ts';
import styles from './betalingen.module.css';
import type { BulkLine } from './bulk.ts';
import { decisionOf, itemKey, itemsByKey, matchCommand } from './decision.ts';
import { decide } from './review-store.ts';
import { useDebtorName } from './use-debtor-name.ts';
import { payerName } from './words.ts';

export interface BulkDialogProps {
  readonly together: readonly BulkLine[];
  readonly onClose: () => void;
}

const noneSettled: ReadonlySet<string> = new Set();

/** What confirming several lines together would do, line by line, and the button that does it. */
export function BulkDialog({ together, onClose }: BulkDialogProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const euros = together.filter(({ line }) => line.line.currency === 'EUR');
  const total = formatMoney(
    sumOf(euros, ({ line }) => line.line.amount),
    'EUR',
    language,
  );
  const confirm = () => {
    void decide(
      together.map(({ line }) => line.line.id),
      together.map(({ line, candidate }) => matchCommand(line.line.id, decisionOf(candidate, noneSettled))),
      { key: 'betalingen.done.together', params: { count: together.length } },
      null,
    );
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('betalingen.bulk.title', { count: together.length })}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={styles.quiet}>{t('betalingen.bulk.explain')}</p>
      <div className={styles.bulkRows}>
        <table className={styles.parts} aria-label={t('betalingen.bulk.label')}>
          <thead>
            <tr>
              <th scope="col">{t('betalingen.column.date')}</th>
              <th scope="col">{t('betalingen.column.payer')}</th>
              <th scope="col">{t('betalingen.bulk.to')}</th>
              <th scope="col" className={styles.right}>
                {t('betalingen.bulk.score')}
              </th>
              <th scope="col" className={styles.right}>
                {t('betalingen.column.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {together.map((one) => (
              <BulkRow key={one.line.line.id} {...one} />
            ))}
          </tbody>
        </table>
      </div>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button data-autofocus onClick={confirm}>
          {t('betalingen.bulk.confirm', { count: together.length, total })}
        </Button>
      </Group>
    </Modal>
  );
}

function BulkRow({ line: review, candidate }: BulkLine) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { line } = review;
  const items = itemsByKey(review.items);
  const name = useDebtorName(candidate.debtorId);
  const numbers = candidate.parts.map((part) => items.get(itemKey(part))?.number || t('debiteuren.items.noNumber'));
  const rest =
    candidate.rest > 0 &&
    t('betalingen.candidates.rest', { amount: formatMoney(candidate.rest, line.currency, language) });
  return (
    <tr>
      <td>
        <DateText date={line.date} short />
      </td>
      <td>{payerName(t, line)}</td>
      <td>
        {name} <span className={styles.quiet}>{[numbers.join(', '), rest].filter(Boolean).join(' · ')}</span>
      </td>
      <td className={styles.right}>{percentOf(candidate.score)} %</td>
      <td className={styles.right}>
        <Amount cents={line.amount} currency={line.currency} />
      </td>
    </tr>
  );
}
