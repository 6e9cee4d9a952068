import { identifyBarcode } from './barcode.ts';
import { identifyBetalingskenmerk } from './betalingskenmerk.ts';
import { identifyBic } from './bic.ts';
import { identifyIban } from './iban.ts';
import type { Identified } from './identified.ts';
import { identifyOgm } from './ogm.ts';
import { identifyBranchNumber, identifyKvk, identifyRsin } from './registrations.ts';
import { identifyRfReference } from './rf-reference.ts';
import { identifyVatId } from './vat-id.ts';

/** The kinds of identifiers Voldaan can check, by the name the command line gives them. */
export const identifierKinds = [
  'iban',
  'bic',
  'vat',
  'kvk',
  'vestigingsnummer',
  'rsin',
  'betalingskenmerk',
  'rf',
  'ogm',
  'barcode',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

const identifiers: Readonly<Record<IdentifierKind, (text: string) => Identified>> = {
  iban: identifyIban,
  bic: identifyBic,
  vat: identifyVatId,
  kvk: identifyKvk,
  vestigingsnummer: identifyBranchNumber,
  rsin: identifyRsin,
  betalingskenmerk: identifyBetalingskenmerk,
  rf: identifyRfReference,
  ogm: identifyOgm,
  barcode: identifyBarcode,
};

/** Checks a text as an identifier of a kind. Never throws. */
export function identify(kind: IdentifierKind, text: string): Identified {
  return identifiers[kind](text);
}
