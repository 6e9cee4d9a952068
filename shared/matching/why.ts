import { formatDate, isIsoDate } from '../dates/civil.ts';
import type { UiLanguage } from '../i18n/translate.ts';
import { writtenIn } from '../i18n/written.ts';
import { type MatchReason, type MatchReasonCode, matchReasons } from './match.ts';

/** A reason as it is shown: what it says, and whether it speaks for the match. */
export type ShownReason = Pick<MatchReason, 'code' | 'params' | 'weight'>;

/** What an amount reason says besides the amount; the rest of what was reckoned is not kept. */
const saidOfAmount: Partial<Record<MatchReasonCode, readonly string[]>> = {
  'amount-exact': [],
  'amount-sum': [],
  'amount-discount': ['kept'],
  'amount-restriction': ['kept'],
  'amount-netted': [],
  'amount-all': [],
  'amount-due': [],
  'amount-oldest': ['count'],
  'amount-row': ['count'],
  'amount-some': ['count'],
  'amount-near': ['difference'],
  'amount-part': ['open'],
  'amount-over': ['difference'],
  'amount-advance': [],
  'amount-nothing-open': [],
};

/** Reasons that name a debtor the money is not of: they stay out of the dossier of the one it is of. */
const ofOthers: ReadonlySet<MatchReasonCode> = new Set([
  'account-of-other',
  'name-of-other',
  'other-in-text',
  'number-of-other',
]);

/** Reasons kept of a match. */
const most = 6;

const codes: ReadonlySet<string> = new Set(matchReasons);

/**
 * Reasons of a match as its event keeps them, the weightiest first: `+code?key=value&key=value`, with a minus for what spoke
 * against it. The text comes from the catalogue, in whatever language it is read later.
 */
export function keptReasons(reasons: readonly MatchReason[]): readonly string[] {
  return reasons
    .filter(({ code }) => !ofOthers.has(code))
    .slice(0, most)
    .map(({ code, params, weight }) => {
      const said = saidOfAmount[code];
      const own = Object.entries(params).filter(([key]) => !said || key === 'amount' || said.includes(key));
      const query = own.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
      return `${weight > 0 ? '+' : '-'}${code}${query && `?${query}`}`;
    });
}

/** Reads what {@link keptReasons} wrote; what it does not know is left out. */
export function readReasons(kept: readonly string[]): readonly ShownReason[] {
  return kept.flatMap((text) => {
    const [, sign, code = '', query = ''] = /^([+-])([a-z-]+)(?:\?(.*))?$/.exec(text) ?? [];
    if (sign === undefined || !isReason(code)) return [];
    const params = Object.fromEntries(
      query.split('&').flatMap((part) => {
        const at = part.indexOf('=');
        return at > 0 ? [[part.slice(0, at), paramOf(part.slice(0, at), part.slice(at + 1))]] : [];
      }),
    );
    return [{ code, params, weight: sign === '+' ? 1 : -1 }];
  });
}

function isReason(code: string): code is MatchReasonCode {
  return codes.has(code);
}

/** A count is a number, so that its text can be singular. */
function paramOf(key: string, text: string): string | number {
  let value = text;
  try {
    value = decodeURIComponent(text);
  } catch {
    // Shown as it was written.
  }
  return key === 'count' ? Number(value) : value;
}

/** A reason in words, its amounts as the language writes them. */
export function reasonText(
  t: (key: string, params: Record<string, string | number>) => string,
  { code, params }: Pick<MatchReason, 'code' | 'params'>,
  language: UiLanguage,
): string {
  const said = writtenIn(params, language);
  if (typeof said.date === 'string' && isIsoDate(said.date)) said.date = formatDate(said.date);
  return t(`matching.reason.${code}`, said);
}
