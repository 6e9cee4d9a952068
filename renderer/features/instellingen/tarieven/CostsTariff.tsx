import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '#shared/dates/civil.ts';
import {
  type BelgianCap,
  belgianBusinessAmounts,
  belgianCaps,
  businessMinimums,
  type CumulationLimit,
  cumulationLimits,
  dutchTariffs,
  type CostsTariff as Tariff,
} from '#shared/law/tables/collection-costs.ts';
import { generalVat } from '#shared/law/tables/vat.ts';
import { type Cents, formatMoney } from '#shared/money/cents.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import shared from '../Instellingen.module.css';
import styles from './tarieven.module.css';

interface Rule {
  readonly from: IsoDate;
  readonly rule: string;
  readonly value: string;
  readonly ground: string;
}

/** How amounts, percentages and texts of the tables are written. */
interface Writing {
  readonly money: (cents: Cents) => string;
  readonly percent: (perMille: number) => string;
  readonly text: (key: string, params?: Readonly<Record<string, string | number>>) => string;
}

/** The legal tariffs of collection costs by country: dated, with the article, to read only. */
export function CostsTariff() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const writing = writingOf(t, language);
  const dutch = [
    ...dutchTariffs.toReversed().flatMap((tariff) => tariffRules(tariff, writing)),
    ...businessMinimums.map(({ from, minimum, article }) => ({
      from,
      rule: writing.text('businessMinimum'),
      value: writing.money(minimum),
      ground: article,
    })),
    vatRule(writing),
    ...cumulationLimits.toReversed().flatMap((limit) => periodicRules(limit, writing)),
  ];
  const belgian = [
    ...belgianCaps.toReversed().flatMap((cap) => capRules(cap, writing)),
    ...belgianBusinessAmounts.map(({ from, flat, article }) => ({
      from,
      rule: writing.text('businessFlat'),
      value: writing.money(flat),
      ground: article,
    })),
  ];
  return (
    <section className={styles.part}>
      <h2>{t('instellingen.rekenen.costs.title')}</h2>
      <p className={shared.lead}>{t('instellingen.rekenen.costs.sentence')}</p>
      <RuleTable country={t('instellingen.rekenen.costs.nl')} rules={dutch} />
      <p className={shared.quiet}>{t('instellingen.rekenen.costs.none')}</p>
      <RuleTable country={t('instellingen.rekenen.costs.be')} rules={belgian} />
      <p className={shared.quiet}>{t('instellingen.rekenen.costs.capClause')}</p>
    </section>
  );
}

function RuleTable({ country, rules }: { readonly country: string; readonly rules: readonly Rule[] }) {
  const { t } = useTranslation();
  return (
    <table
      className={`${styles.table} ${styles.dense} ${styles.rules}`}
      aria-label={t('instellingen.rekenen.costs.label', { country })}
    >
      <caption>{country}</caption>
      <thead>
        <tr>
          {(['from', 'rule', 'value', 'ground'] as const).map((column) => (
            <th key={column} scope="col" className={column === 'value' ? styles.figure : undefined}>
              {t(`instellingen.rekenen.costs.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map(({ from, rule, value, ground }, at) => (
          <tr key={`${from} ${rule}`}>
            <td>{rules[at - 1]?.from === from ? null : <DateText date={from} />}</td>
            <td>{rule}</td>
            <td className={styles.figure}>{value}</td>
            <td className={styles.groundCell}>{rules[at - 1]?.ground === ground ? null : ground}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function writingOf(t: TFunction, language: 'nl' | 'en'): Writing {
  return {
    money: (cents) => formatMoney(cents, 'EUR', language),
    percent: (perMille) => formatPercent(String(perMille / 10), language),
    text: (key, params) => t(`instellingen.rekenen.costs.${key}`, { ...params }),
  };
}

function tariffRules({ from, bands, minimum, maximum, article }: Tariff, { money, percent, text }: Writing): Rule[] {
  const inBands = bands.map(({ upTo, perMille }, at) => {
    const below = bands[at - 1]?.upTo ?? 0;
    const amount = upTo === null ? '' : money(upTo - below);
    const rule =
      upTo === null ? text('lastBand') : at === 0 ? text('firstBand', { amount }) : text('nextBand', { amount });
    return { from, rule, value: percent(perMille), ground: article };
  });
  return [
    ...inBands,
    { from, rule: text('minimum'), value: money(minimum), ground: article },
    { from, rule: text('maximum'), value: money(maximum), ground: article },
  ];
}

function vatRule({ percent, text }: Writing): Rule {
  const { from, percent: rate } = generalVat.at(-1) ?? { from: '', percent: 0 };
  return { from, rule: text('vat'), value: percent(rate * 10), ground: text('vatArticle') };
}

function periodicRules(limit: CumulationLimit, { money, text }: Writing): Rule[] {
  const { from, termsBelow, first, further, together, lookBackMonths: months, article, source } = limit;
  const ground = `${article} · ${source}`;
  return [
    { from, rule: text('periodicFirst', { amount: money(termsBelow) }), value: money(first), ground },
    { from, rule: text('periodicFurther', { months }), value: money(further), ground },
    { from, rule: text('periodicTogether', { months }), value: money(together), ground },
  ];
}

function capRules({ from, bands, maximum, article: ground }: BelgianCap, { money, percent, text }: Writing): Rule[] {
  const caps = bands.map(({ upTo, fixed, perMille }, at) => {
    const above = money(bands[at - 1]?.upTo ?? 0);
    const amount = upTo === null ? '' : money(upTo);
    if (perMille === 0) return { from, rule: text('capFixed', { amount }), value: money(fixed), ground };
    const key = upTo === null ? 'capAbove' : 'capBetween';
    return { from, rule: text(key, { amount, above, fixed: money(fixed) }), value: percent(perMille), ground };
  });
  return [...caps, { from, rule: text('capMaximum'), value: money(maximum), ground }];
}
