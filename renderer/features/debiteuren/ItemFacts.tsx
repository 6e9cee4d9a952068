import { useTranslation } from 'react-i18next';
import type { OpenItem } from '#shared/domain/item.ts';
import { formatPaymentReference } from '#shared/identifiers/payment-reference.ts';
import styles from './item-facts.module.css';

/** What is known of an item besides what its row shows, each with its name under `invoer.newItem`. */
export function itemFacts({ description, yourReference, paymentReference }: OpenItem) {
  const facts = [
    ['description', description],
    ['yourReference', yourReference],
    ['paymentReference', paymentReference && formatPaymentReference(paymentReference)],
  ] as const;
  return facts.filter(([, value]) => value);
}

export interface ItemNumberProps {
  readonly number: string;
  readonly facts: ReturnType<typeof itemFacts>;
  readonly isOpen: boolean;
  /** What opens. */
  readonly controls: string;
  readonly onToggle: () => void;
}

/** The number of an item, which opens what else is known of it. */
export function ItemNumber({ number, facts, isOpen, controls, onToggle }: ItemNumberProps) {
  if (facts.length === 0) return number;
  return (
    <button
      type="button"
      className={styles.number}
      aria-expanded={isOpen}
      aria-controls={controls}
      title={facts.map(([, value]) => value).join(' · ')}
      onClick={onToggle}
    >
      {number}
    </button>
  );
}

export function ItemFacts({ facts }: Pick<ItemNumberProps, 'facts'>) {
  const { t } = useTranslation();
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{t(`invoer.newItem.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
