import { Group, NumberInput, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { type Cents, type Currency, formatMoney } from '#shared/money/cents.ts';

export interface HoldPartProps {
  readonly open: Cents;
  readonly currency: Currency;
  /** Null = the whole item; else what was typed, 0 while nothing is. */
  readonly part: Cents | null;
  readonly wrong: boolean;
  readonly onChange: (part: Cents | null) => void;
}

/** Whether a part of an item can be kept back: more than nothing, no more than is open. */
export function isPartOf(part: Cents, open: Cents): boolean {
  return part > 0 && part <= open;
}

/** Whether a hold keeps back all of an item, or a part with its amount. */
export function HoldPart({ open, currency, part, wrong, onChange }: HoldPartProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const amount = formatMoney(open, currency, language);
  return (
    <>
      <Radio.Group
        label={t('debiteuren.holds.howMuch')}
        value={part === null ? 'whole' : 'part'}
        onChange={(chosen) => onChange(chosen === 'part' ? 0 : null)}
      >
        <Group gap="md">
          <Radio value="whole" label={t('debiteuren.holds.wholeItem', { amount })} />
          <Radio value="part" label={t('debiteuren.holds.partOfItem')} />
        </Group>
      </Radio.Group>
      {part !== null && (
        <NumberInput
          label={t('debiteuren.holds.amount', { currency })}
          description={t('debiteuren.holds.amountHint')}
          value={part === 0 ? '' : part / 100}
          hideControls
          allowNegative={false}
          decimalScale={2}
          decimalSeparator={language === 'nl' ? ',' : '.'}
          error={wrong ? t('debiteuren.holds.amountWrong', { amount }) : null}
          onChange={(value) => onChange(Math.round(Number(value) * 100))}
        />
      )}
    </>
  );
}
