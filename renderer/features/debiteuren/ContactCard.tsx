import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAdministration } from '#renderer/db/read/hooks.ts';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { Debtor } from '#shared/domain/debtor.ts';
import { formatAccount } from '#shared/identifiers/iban.ts';
import { ContactEditor } from './ContactEditor.tsx';
import styles from './debiteuren.module.css';

export interface ContactCardProps {
  readonly debtor: Debtor;
  readonly editing: boolean;
  readonly onEdit: ((editing: boolean) => void) | null;
}

/** What a letter cannot do without, or the law asks for. */
const wanted: ReadonlySet<string> = new Set(['kind', 'email', 'address']);

/** Who the debtor is and how it is reached, with its way to edit. */
export function ContactCard({ debtor, editing, onEdit }: ContactCardProps) {
  const { t } = useTranslation();
  const administration = useAdministration();
  const summaries = useSummaries();
  const payer = summaries?.find(({ id }) => id === debtor.paidBy);
  const { address } = debtor;
  const lines: readonly (readonly [string, string | null])[] = [
    ['kind', debtor.kind === 'unknown' ? null : t(`common.kind.${debtor.kind}`)],
    ['contact', debtor.contact],
    ['email', debtor.email],
    ['phone', debtor.phone],
    [
      'address',
      address &&
        [
          address.street,
          `${address.postalCode} ${address.city}`.trim(),
          address.country === 'NL' ? '' : address.country,
        ]
          .filter(Boolean)
          .join('\n'),
    ],
    ['language', t(`debiteuren.language.${debtor.language}`)],
    [
      'term',
      debtor.termDays === null
        ? t('debiteuren.contact.termDefault', { days: administration?.termDays ?? 30 })
        : t('debiteuren.contact.termDays', { count: debtor.termDays }),
    ],
    ['directDebit', t(debtor.directDebit ? 'debiteuren.contact.yes' : 'debiteuren.contact.no')],
    ...(payer ? [['paidBy', `${payer.code} ${payer.name}`] as const] : []),
    ...(debtor.aliases?.length
      ? [
          [
            'aliases',
            debtor.aliases.map(({ code, name }) => (code === name ? name : `${code} ${name}`)).join('\n'),
          ] as const,
        ]
      : []),
    ...(debtor.iban === null ? [] : [['iban', formatAccount(debtor.iban)] as const]),
    ...(['kvk', 'vatId'] as const).flatMap((field) =>
      debtor[field] === null ? [] : [[field, debtor[field]] as const],
    ),
  ];
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2>{t('debiteuren.contact.title')}</h2>
        {!editing && onEdit && (
          <Button variant="subtle" size="compact-sm" onClick={() => onEdit(true)}>
            {t('debiteuren.contact.edit')}
          </Button>
        )}
      </div>
      {editing ? (
        <ContactEditor debtor={debtor} onDone={() => onEdit?.(false)} />
      ) : (
        <dl className={styles.contact}>
          {lines.map(([field, value]) => (
            <div key={field}>
              <dt>{t(`debiteuren.contact.${field}`)}</dt>
              <dd>
                {value ?? (
                  <StatusText tone={wanted.has(field) ? 'attention' : 'muted'}>
                    {t('debiteuren.contact.none')}
                  </StatusText>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
