import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lawProblemText } from '#shared/i18n/law-problem.ts';
import { collectionCosts } from '#shared/law/costs.ts';
import { generalVatPercent } from '#shared/law/in-force.ts';
import { LawProblem } from '#shared/law/problem.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { useSession } from '../../../state/session-store.ts';
import { Amount } from '../../../ui/Amount.tsx';
import { LawExplanation } from '../../../ui/LawExplanation.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import { typedAmounts } from '../../../ui/typed-amount.ts';
import shared from '../Instellingen.module.css';
import styles from './tarieven.module.css';

/** What collecting may cost over one or more principals, and how that came about. Nothing is kept. */
export function CostsCalculator() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const today = useSession((session) => session.today);
  const [typed, setTyped] = useState('');
  const [country, setCountry] = useState<'NL' | 'BE'>('NL');
  const [consumer, setConsumer] = useState(false);
  const [withVat, setWithVat] = useState(false);
  const { amounts, wrong } = typedAmounts(typed, language);
  const vatPercent = generalVatPercent(today);
  const vat = withVat && country === 'NL' ? vatPercent : null;
  const text = (key: string) => t(`instellingen.rekenen.calculator.${key}`);
  const answer = (() => {
    if (wrong !== null || amounts.length === 0) return null;
    try {
      return collectionCosts({ principals: amounts, jurisdiction: country, consumer, vatPercent: vat, on: today });
    } catch (error) {
      if (error instanceof LawProblem) return lawProblemText(error, t, language);
      throw error;
    }
  })();
  const refused = typeof answer === 'string' ? answer : null;
  const fault = wrong === null ? refused : t('instellingen.rekenen.calculator.wrongAmount', { value: wrong });
  return (
    <section className={styles.calculator}>
      <h3>{text('costsTitle')}</h3>
      <TextInput
        label={text('principals')}
        description={text('principalsHint')}
        value={typed}
        error={fault}
        inputMode="decimal"
        autoComplete="off"
        leftSection="€"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={styles.choices}>
        <SegmentedControl
          aria-label={text('country')}
          value={country}
          transitionDuration={0}
          data={[
            { value: 'NL', label: t('instellingen.rekenen.costs.nl') },
            { value: 'BE', label: t('instellingen.rekenen.costs.be') },
          ]}
          onChange={(value) => setCountry(value === 'BE' ? 'BE' : 'NL')}
        />
        <SegmentedControl
          aria-label={text('debtor')}
          value={consumer ? 'consumer' : 'business'}
          transitionDuration={0}
          data={(['business', 'consumer'] as const).map((value) => ({ value, label: text(value) }))}
          onChange={(value) => setConsumer(value === 'consumer')}
        />
        {country === 'NL' && (
          <Checkbox
            label={t('instellingen.rekenen.calculator.vat', { percent: formatPercent(String(vatPercent), language) })}
            checked={withVat}
            onChange={(event) => setWithVat(event.currentTarget.checked)}
          />
        )}
      </div>
      {answer === null || typeof answer === 'string' ? (
        fault === null && <p className={shared.quiet}>{text('empty')}</p>
      ) : (
        <div className={styles.answer} role="status">
          <dl className={styles.sums}>
            <Sum label={text('base')} cents={answer.base} />
            <Sum label={text('costs')} cents={answer.costs} strong={answer.vat === 0} />
            {answer.vat > 0 && <Sum label={text('vatAmount')} cents={answer.vat} />}
            {answer.vat > 0 && <Sum label={text('totalCosts')} cents={answer.total} strong />}
          </dl>
          <h4>{text('explanation')}</h4>
          <LawExplanation steps={answer.steps} />
        </div>
      )}
    </section>
  );
}

/** An amount with its name, in a list of them. */
export function Sum({ label, cents, strong = false }: { label: string; cents: number; strong?: boolean }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Amount cents={cents} strong={strong} />
      </dd>
    </div>
  );
}
