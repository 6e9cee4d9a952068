import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { reasonText, type ShownReason } from '#shared/matching/why.ts';
import styles from './betalingen.module.css';

/** What speaks for a match and what against it, weightiest first. */
export function Reasons({ reasons }: { readonly reasons: readonly ShownReason[] }) {
  return (
    <div className={styles.reasons}>
      <Side title="for" mark="+" reasons={reasons.filter(({ weight }) => weight > 0)} />
      <Side title="against" mark="−" reasons={reasons.filter(({ weight }) => weight <= 0)} />
    </div>
  );
}

interface SideProps {
  readonly title: 'for' | 'against';
  readonly mark: string;
  readonly reasons: readonly ShownReason[];
}

function Side({ title, mark, reasons }: SideProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  if (reasons.length === 0) return null;
  return (
    <section className={title === 'against' ? styles.against : undefined}>
      <h3>{t(`betalingen.reasons.${title}`)}</h3>
      <ul>
        {reasons
          .map((reason) => ({ code: reason.code, text: reasonText(t, reason, language) }))
          .map(({ code, text }) => (
            <li key={`${code} ${text}`}>
              <span aria-hidden="true">{mark}</span>
              {text}
            </li>
          ))}
      </ul>
    </section>
  );
}
