import { Anchor, Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/commands/address.ts';
import { useStaleRates } from '#renderer/db/read/hooks.ts';
import { formatDate } from '#shared/dates/civil.ts';
import styles from './aanmanen.module.css';

export interface StaleRatesDialogProps {
  /** Letters that reckon by a rate not checked up to today. */
  readonly letters: number;
  /** The verb and number of the button that makes them. */
  readonly make: string;
  readonly onMake: () => void;
  readonly onClose: () => void;
}

/** Asked once per batch when letters reckon past the last checked day of a rate table; never in the way (criterion K4). */
export function StaleRatesDialog({ letters, make, onMake, onClose }: StaleRatesDialogProps) {
  const { t } = useTranslation();
  const stale = useStaleRates() ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('aanmanen.staleRates.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={styles.staleRates}>
        <ul>
          {stale.map(({ kind, checkedUntil }) => (
            <li key={kind}>
              {t('aanmanen.staleRates.checked', {
                rate: t('frame.staleRates.checked', {
                  kind: t(`frame.staleRates.kinds.${kind}`),
                  date: formatDate(checkedUntil),
                }),
              })}
            </li>
          ))}
        </ul>
        <p>{t('aanmanen.staleRates.explain', { count: letters })}</p>
        <p>
          <Anchor href={addressOf(['instellingen', 'tarieven'])}>{t('frame.staleRates.action')}</Anchor>
        </p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button data-autofocus onClick={onMake}>
            {make}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
