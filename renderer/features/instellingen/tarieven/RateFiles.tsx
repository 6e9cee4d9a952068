import { Button, FileButton, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RateTables } from '#shared/law/rate-table.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { isWritable, useSession } from '../../../state/session-store.ts';
import { useTextExport } from '../../../state/text-export.ts';
import type { UndoText } from '../../../state/undo.ts';
import { ExportedNotice } from '../../../ui/ExportedNotice.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { StatusText } from '../../../ui/StatusText.tsx';
import shared from '../Instellingen.module.css';
import { RateChanges } from './RateChanges.tsx';
import type { RatesProps } from './RateOverview.tsx';
import { differenceOf, originOf, type RateDifference } from './rate-edit.ts';
import { type FileFault, largestRateFile, rateFileText, readRateFile } from './rate-file.ts';
import { faultText } from './rate-words.ts';
import styles from './tarieven.module.css';

/** Tables that would replace those in force, shown before they do. */
interface Offer {
  readonly title: string;
  readonly tables: RateTables;
  readonly text: UndoText;
}

/** Tables to and from a file, and back to the shipped ones. Nothing is taken over unseen. */
export function RateFiles({ rates, onSave }: RatesProps) {
  const { t } = useTranslation();
  const writable = useSession(isWritable);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [faults, setFaults] = useState<readonly FileFault[] | null>(null);
  const exporting = useTextExport();
  const today = useSession((session) => session.today);
  const own = rates.rows.filter((row) => originOf(row) !== 'shipped').length;
  // A later version of Voldaan may ship rows that tables saved before it do not have.
  const missing = differenceOf(rates, builtInRates).added.length;
  const isShipped = differenceOf(builtInRates, rates).none;
  const show = (next: Offer | null, wrong: readonly FileFault[] | null = null) => {
    setOffer(next);
    setFaults(wrong);
  };
  const read = async (file: File) => {
    if (file.size > largestRateFile) return show(null, [{ row: null, key: 'file.large' }]);
    const answer = readRateFile(await file.text(), today);
    if (!answer.ok) return show(null, answer.faults);
    const params = { name: file.name };
    return show({
      title: t('instellingen.tarieven.changes.importTitle', params),
      tables: answer.tables,
      text: { key: 'instellingen.tarieven.files.imported', params },
    });
  };
  const offerShipped = () =>
    show({
      title: t('instellingen.tarieven.changes.shippedTitle'),
      tables: builtInRates,
      text: { key: 'instellingen.tarieven.files.restored' },
    });
  const take = async ({ tables, text }: Offer) => {
    if (await onSave(tables, text)) show(null);
  };
  return (
    <section className={styles.part}>
      <h2>{t('instellingen.tarieven.files.title')}</h2>
      <p className={shared.lead}>
        {isShipped ? t('instellingen.tarieven.files.isShipped') : t('instellingen.tarieven.files.own', { count: own })}{' '}
        {t('instellingen.tarieven.files.sentence')}
      </p>
      {missing > 0 && (
        <p>
          <StatusText tone="attention">{t('instellingen.tarieven.files.missing', { count: missing })}</StatusText>
        </p>
      )}
      <Group gap="xs">
        <FileButton accept="application/json,.json" onChange={(file) => file && void read(file)}>
          {(props) => (
            <Button {...props} variant="default" disabled={!writable}>
              {t('instellingen.tarieven.files.choose')}
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          onClick={() => void exporting.make(`rentetabellen-${today}.json`, rateFileText(rates))}
        >
          {t('instellingen.tarieven.files.export')}
        </Button>
        <Button variant="default" disabled={!writable || isShipped} onClick={offerShipped}>
          {t('instellingen.tarieven.files.shipped')}
        </Button>
      </Group>
      <ExportedNotice
        name={exporting.made?.name ?? null}
        failure={exporting.failure}
        onReveal={() => void exporting.reveal()}
        onDismiss={exporting.dismiss}
      />
      {faults && <WrongFile faults={faults} onDismiss={() => setFaults(null)} />}
      {offer && (
        <OfferedTables
          title={offer.title}
          difference={differenceOf(rates, offer.tables)}
          onTake={() => void take(offer)}
          onDismiss={() => setOffer(null)}
        />
      )}
    </section>
  );
}

interface OfferedTablesProps {
  readonly title: string;
  readonly difference: RateDifference;
  readonly onTake: () => void;
  readonly onDismiss: () => void;
}

function OfferedTables({ title, difference, onTake, onDismiss }: OfferedTablesProps) {
  const { t } = useTranslation();
  const { added, changed, removed, checked } = difference;
  const count = added.length + changed.length + removed.length + checked.length;
  return (
    <div className={styles.offer}>
      <h3>{title}</h3>
      {difference.none ? (
        <p>{t('instellingen.tarieven.changes.none')}</p>
      ) : (
        <>
          <RateChanges difference={difference} />
          <p className={shared.quiet}>{t('instellingen.tarieven.form.keep')}</p>
        </>
      )}
      <Group gap="xs" justify="flex-end">
        <Button variant="default" onClick={onDismiss}>
          {difference.none ? t('common.close') : t('common.cancel')}
        </Button>
        {!difference.none && <Button onClick={onTake}>{t('instellingen.tarieven.changes.take', { count })}</Button>}
      </Group>
    </div>
  );
}

/** A screenful says what is wrong with a file; the number says how much more there is. */
const shownFaults = 50;

function WrongFile({ faults, onDismiss }: { readonly faults: readonly FileFault[]; readonly onDismiss: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="broken"
      title={t('instellingen.tarieven.files.wrong', { count: faults.length })}
      kept={t('instellingen.tarieven.files.kept')}
      onDismiss={onDismiss}
    >
      <table className={styles.table} aria-label={t('instellingen.tarieven.files.wrongLabel')}>
        <thead>
          <tr>
            <th scope="col">{t('instellingen.tarieven.files.place')}</th>
            <th scope="col">{t('instellingen.tarieven.files.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, shownFaults).map((fault) => (
            <tr key={`${fault.row} ${fault.key} ${fault.params?.kind}`}>
              <td>
                {fault.row === null
                  ? t('instellingen.tarieven.files.whole')
                  : t('instellingen.tarieven.files.row', { row: fault.row })}
              </td>
              <td>{faultText(t, fault)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.length > shownFaults && (
        <p>{t('instellingen.tarieven.files.more', { count: faults.length - shownFaults })}</p>
      )}
    </Notice>
  );
}
