import { formatDate, formatShortDay, type IsoDate } from '#shared/dates/civil.ts';
import { useUiLanguage } from './language.ts';

export interface DateTextProps {
  readonly date: IsoDate | null;
  /** `vr 27-11`, for dates near enough to need no year. */
  readonly short?: boolean;
}

/** A civil date as every screen writes it; a dash when there is none. */
export function DateText({ date, short }: DateTextProps) {
  const language = useUiLanguage();
  if (date === null) return <span>–</span>;
  return <time dateTime={date}>{short ? formatShortDay(date, language) : formatDate(date)}</time>;
}
