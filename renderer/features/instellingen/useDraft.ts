import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AdministrationDraft, type DraftField, validateDraft } from './administration-draft.ts';

export interface DraftForm {
  readonly draft: AdministrationDraft;
  readonly isChanged: boolean;
  /** How many fields are wrong, shown or not. */
  readonly faults: number;
  set<F extends DraftField>(field: F, value: AdministrationDraft[F]): void;
  /** What is wrong with a field, once it was left or saving was tried. */
  error(field: DraftField): string | null;
  /** The field was left: from now on its faults are shown. */
  leave(field: DraftField): void;
  /** Shows every fault of these fields (all without an argument); answers how many there are. */
  check(fields?: readonly DraftField[]): number;
  /** Puts fields back to what they were at the start. */
  revert(fields: readonly DraftField[]): void;
  reset(draft: AdministrationDraft): void;
}

/** A draft under edit: faults are shown where the user has been, not where they still have to come. */
export function useDraft(initial: AdministrationDraft): DraftForm {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [seen, setSeen] = useState<ReadonlySet<DraftField>>(new Set());
  const errors = validateDraft(draft);
  return {
    draft,
    isChanged: JSON.stringify(draft) !== JSON.stringify(saved),
    faults: Object.keys(errors).length,
    set: (field, value) => setDraft((now) => ({ ...now, [field]: value })),
    error: (field) => {
      const error = seen.has(field) ? errors[field] : undefined;
      return error ? t(error.key, { ...error.params }) : null;
    },
    leave: (field) => setSeen((now) => new Set(now).add(field)),
    check: (fields) => {
      const wrong = (Object.keys(errors) as DraftField[]).filter((field) => !fields || fields.includes(field));
      setSeen((now) => new Set([...now, ...wrong]));
      return wrong.length;
    },
    revert: (fields) =>
      setDraft((now) => ({ ...now, ...Object.fromEntries(fields.map((field) => [field, saved[field]])) })),
    reset: (next) => {
      setSaved(next);
      setDraft(next);
      setSeen(new Set());
    },
  };
}
