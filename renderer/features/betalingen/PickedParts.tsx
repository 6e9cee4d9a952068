import { Checkbox, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { AmountField } from '#renderer/ui/AmountField.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import type { BankLine } from '#shared/domain/bank/line.ts';
import { type Cents, formatMoney } from '#shared/money/cents.ts';
import styles from './betalingen.module.css';
import { type Composition, changed, leftOf, type Picked, restOf, signed, toggled } from './composition.ts';
import { LeftCell } from './LeftCell.tsx';
import { PartsHead } from './PartsHead.tsx';

export interface PickedPartsProps {
  readonly line: BankLine;
  readonly composition: Composition;
  readonly tolerance: Cents;
  readonly onChange: (composition: Composition) => void;
}

/** Ticked items with an amount each, and the rest as it runs. */
export function PickedParts({ line, composition, tolerance, onChange }: PickedPartsProps) {
  const { t } = useTranslation();
  const rest = restOf(line.amount, composition);
  return (
    <div className={styles.scroller}>
      <table className={styles.parts}>
        <caption className="visually-hidden">{t('betalingen.compose.picked')}</caption>
        <PartsHead line={line}>
          <th scope="col">
            <span className="visually-hidden">{t('betalingen.compose.remove')}</span>
          </th>
        </PartsHead>
        <tbody>
          {composition.picked.map((picked, at, all) => (
            <PickedRow
              key={picked.key}
              line={line}
              picked={picked}
              named={picked.item.debtorId !== all[at - 1]?.item.debtorId}
              tolerance={tolerance}
              onChange={(given) => onChange(changed(composition, picked.key, given))}
              onRemove={() => onChange(toggled(composition, picked.item, line.amount))}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('betalingen.compose.undivided')}
            </th>
            <td className={styles.right}>
              <Amount cents={rest} currency={line.currency} strong />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface PickedRowProps {
  readonly line: BankLine;
  readonly picked: Picked;
  /** Whether its debtor is said: not again of the same one. */
  readonly named: boolean;
  readonly tolerance: Cents;
  readonly onChange: (given: Partial<Picked>) => void;
  readonly onRemove: () => void;
}

function PickedRow({ line, picked, named, tolerance, onChange, onRemove }: PickedRowProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { item, amount, discount, offered, settle } = picked;
  const number = item.number || t('debiteuren.items.noNumber');
  return (
    <tr>
      <th scope="row">
        {number} {named && <span className={styles.ofDebtor}>{item.debtorName}</span>}
      </th>
      <td className={styles.right}>
        <Amount cents={item.open} currency={line.currency} />
      </td>
      <td className={styles.amountField}>
        <AmountField
          inCell
          label={t('betalingen.compose.amountOf', { number })}
          currency={line.currency}
          value={amount && Math.abs(amount)}
          onChange={(cents) => onChange({ amount: cents && signed(cents, picked, line.amount) })}
        />
        {offered > 0 && (
          <Checkbox
            className={styles.letGo}
            size="xs"
            label={t('betalingen.compose.discount', { amount: formatMoney(offered, line.currency, language) })}
            checked={discount > 0}
            onChange={(event) => onChange({ discount: event.currentTarget.checked ? offered : 0 })}
          />
        )}
      </td>
      <LeftCell
        line={line}
        left={leftOf(picked)}
        tolerance={tolerance}
        settled={settle}
        onSettle={(settled) => onChange({ settle: settled })}
      />
      <td>
        <CloseButton size="sm" aria-label={t('betalingen.compose.removeItem', { number })} onClick={onRemove} />
      </td>
    </tr>
  );
}
