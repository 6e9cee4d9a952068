import type { XmlAttributes } from '../xml/names.ts';
import type { XafVersion } from './reading.ts';

/** What a file says of its version, and the words by which versions are told apart (formats document §1.1). */
export interface VersionEvidence {
  /** From the namespace or the schema it names; null when neither says. */
  declared: string | null;
  hasSubledgers: boolean;
  /** Elements that only version 4.0 has: balances of relations, `Commercenr` of the company, `settDate`, `RGSVersion`. */
  speaks40: boolean;
  /** `RGScode`, `Source`, `User`: 4.0, and seen in older files that were extended. */
  leans40: boolean;
  /** Elements that came with 3.2: lead codes, match keys, credit limits. */
  speaks32: boolean;
  /** Elements that 3.2 dropped. */
  speaks31: boolean;
}

export function noEvidence(): VersionEvidence {
  return {
    declared: null,
    hasSubledgers: false,
    speaks40: false,
    leans40: false,
    speaks32: false,
    speaks31: false,
  };
}

/** The version number at the end of the namespace or schema of an auditfile's root. */
export function declaredVersion(attributes: XmlAttributes): string | null {
  const hints = Object.entries(attributes)
    .filter(([name]) => /^xmlns(?::|$)|:schemaLocation$|:noNamespaceSchemaLocation$/i.test(name))
    .sort(([a]) => (a.startsWith('xmlns') ? -1 : 1))
    .map(([, value]) => value);
  for (const hint of hints) {
    const found = /(?:XAF|auditfile)[\w/.-]*?[/_\s.-]?v?(\d\.\d(?:\.\d)?)(?:\.xsd)?\s*$/i.exec(hint)?.[1];
    if (found) return found;
  }
  return null;
}

/** The version by its words; the namespace decides only between versions that use the same ones. */
export function versionOf(evidence: VersionEvidence): XafVersion {
  const { declared, hasSubledgers, speaks40, leans40, speaks32, speaks31 } = evidence;
  const named = declared === null ? null : knownVersion(declared);
  if (!hasSubledgers && (speaks40 || (leans40 && (named === null || named === '4.0')))) return '4.0';
  if (named === '4.0') return hasSubledgers ? '3.2' : '4.0';
  if ((named === '3.0' || named === '3.1') && speaks32) return '3.2';
  return named ?? (speaks31 && !speaks32 ? '3.1' : '3.2');
}

function knownVersion(declared: string): XafVersion | null {
  if (declared.startsWith('4.')) return '4.0';
  if (declared === '3.0' || declared === '3.1' || declared === '3.2') return declared;
  return declared.startsWith('3.2.') ? '3.2.1' : null;
}

/** Whether a header names the version before XAF 3 (formats document §1.1). */
export function isClair2(auditfileVersion: string): boolean {
  return /^CLAIR2/i.test(auditfileVersion);
}
