import { useTranslation } from 'react-i18next';
import { useRates } from '../../../db/read/hooks.ts';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import shared from '../Instellingen.module.css';
import { CostsCalculator } from './CostsCalculator.tsx';
import { CostsTariff } from './CostsTariff.tsx';
import { InterestCalculator } from './InterestCalculator.tsx';
import { RateFiles } from './RateFiles.tsx';
import { RateOverview } from './RateOverview.tsx';
import { RateRows } from './RateRows.tsx';
import styles from './tarieven.module.css';
import { useRateSave } from './use-rate-save.ts';

/** Dated rates and tariffs with their source, to read, to change and to calculate with (criterion K4). */
export function TarievenTab() {
  const { t } = useTranslation();
  const rates = useRates();
  const saving = useRateSave();
  if (!rates) return null;
  return (
    <div className={styles.parts}>
      <p className={shared.lead}>{t('instellingen.tarieven.sentence')}</p>
      {saving.failure && <FailureNotice failure={saving.failure} onDismiss={saving.dismiss} />}
      <RateOverview rates={rates} onSave={saving.save} />
      <RateRows rates={rates} onSave={saving.save} />
      <RateFiles rates={rates} onSave={saving.save} />
      <CostsTariff />
      <div className={styles.calculators}>
        <CostsCalculator />
        <InterestCalculator rates={rates} />
      </div>
    </div>
  );
}
