import type { TFunction } from 'i18next';
import type { Failure } from '#shared/contract/errors.ts';

/** Reasons for which a bank line cannot be matched, or its match cannot be taken back. */
const refusals = ['decided', 'part', 'currency', 'too-much', 'sum', 'settle', 'rests'] as const;

/** Why a decision on a bank line could not be saved, in words. */
export function bankRefusalText(t: TFunction, { code, params }: Failure): string {
  const refused = refusals.find((reason) => reason === params?.reason);
  return refused ? t(`betalingen.refused.${refused}`) : t(`errors.${code}`, params);
}
