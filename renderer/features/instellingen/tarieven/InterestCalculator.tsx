import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths } from '#shared/dates/civil.ts';
import { type RateTables, rateKinds } from '#shared/law/rate-table.ts';
import { useAdministration } from '../../../db/read/hooks.ts';
import { useSession } from '../../../state/session-store.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import { Notice } from '../../../ui/Notice.tsx';
import shared from '../Instellingen.module.css';
import { InterestResultTable } from './InterestResultTable.tsx';
import { type InterestDraft, interestAnswer, type TypedPayment } from './interest-question.ts';
import { kindName } from './rate-words.ts';
import styles from './tarieven.module.css';

/** Interest over one sum between two days, payments included. Nothing is kept. */
export function InterestCalculator({ rates }: { readonly rates: RateTables }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const today = useSession((session) => session.today);
  const dayCount = useAdministration()?.dayCount ?? '365';
  const [draft, setDraft] = useState<InterestDraft>(() => ({
    principal: '',
    kind: 'handel',
    due: addMonths(today, -1),
    until: today,
    payments: [],
  }));
  const text = (key: string) => t(`instellingen.rekenen.calculator.${key}`);
  const set = (part: Partial<InterestDraft>) => setDraft((now) => ({ ...now, ...part }));
  const answer = interestAnswer(draft, { tables: rates, dayCount }, t, language);
  return (
    <section className={styles.calculator}>
      <h3>{text('interestTitle')}</h3>
      <div className={styles.pair}>
        <TextInput
          label={text('principal')}
          value={draft.principal}
          inputMode="decimal"
          autoComplete="off"
          leftSection="€"
          onChange={(event) => set({ principal: event.currentTarget.value })}
        />
        <NativeSelect
          label={text('kind')}
          value={draft.kind}
          data={rateKinds.map((value) => ({ value, label: kindName(t, value) }))}
          onChange={(event) => set({ kind: rateKinds.find((kind) => kind === event.currentTarget.value) ?? 'handel' })}
        />
        <DateField
          label={text('due')}
          description={text('dueHint')}
          value={draft.due}
          today={today}
          wrong={text('wrongDate')}
          onChange={(due) => set({ due })}
        />
        <DateField
          label={text('until')}
          description={text(`dayCount.${dayCount}`)}
          value={draft.until}
          today={today}
          wrong={text('wrongDate')}
          onChange={(until) => set({ until })}
        />
      </div>
      <Payments payments={draft.payments} onChange={(payments) => set({ payments })} />
      {answer.state === 'waiting' && <p className={shared.quiet}>{text('empty')}</p>}
      {answer.state === 'wrong' && <Notice tone="attention" title={answer.text} />}
      {answer.state === 'ready' && (
        <InterestResultTable result={answer.result} checkedUntil={rates.checkedUntil[draft.kind]} />
      )}
    </section>
  );
}

interface PaymentsProps {
  readonly payments: readonly TypedPayment[];
  readonly onChange: (payments: readonly TypedPayment[]) => void;
}

function Payments({ payments, onChange }: PaymentsProps) {
  const { t } = useTranslation();
  const today = useSession((session) => session.today);
  const text = (key: string) => t(`instellingen.rekenen.calculator.${key}`);
  const set = (id: number, part: Partial<TypedPayment>) =>
    onChange(payments.map((payment) => (payment.id === id ? { ...payment, ...part } : payment)));
  const add = () => onChange([...payments, { id: (payments.at(-1)?.id ?? 0) + 1, date: null, amount: '' }]);
  return (
    <fieldset className={styles.payments}>
      <legend>{text('payments')}</legend>
      {payments.map(({ id, date, amount }, at) => (
        <div key={id} className={styles.payment}>
          <DateField
            label={text('paidOn')}
            value={date}
            today={today}
            optional
            wrong={text('wrongDate')}
            onChange={(chosen) => set(id, { date: chosen })}
          />
          <TextInput
            label={text('paid')}
            value={amount}
            inputMode="decimal"
            autoComplete="off"
            leftSection="€"
            onChange={(event) => set(id, { amount: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            aria-label={t('instellingen.rekenen.calculator.removePayment', { number: at + 1 })}
            onClick={() => onChange(payments.filter((payment) => payment.id !== id))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={add}>
        {text('addPayment')}
      </Button>
    </fieldset>
  );
}
