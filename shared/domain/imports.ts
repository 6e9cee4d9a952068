import type { IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';

/** What one confirmed import did; a line of the administration, and an event in its chain. */
export interface ImportRecord {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  /** File id of the archived original (kind `source`); absent where no file was kept, as in the demo. */
  readonly source?: string;
  readonly format: string;
  /** Peildatum of the list. */
  readonly asOf: IsoDate;
  /** Bank processed up to and including (criterion A3). */
  readonly bankUntil: IsoDate;
  /** A full list: what it lacks is presumed paid. */
  readonly full: boolean;
  readonly at: string;
  readonly debtorsNew: number;
  readonly debtorsChanged: number;
  readonly itemsNew: number;
  readonly itemsChanged: number;
  readonly itemsGone: number;
  readonly rowsSkipped: number;
  readonly totalOpen: Cents;
  readonly undone: boolean;
}

/** A mapping the user chose, remembered per header fingerprint. */
export interface RememberedMapping {
  readonly fingerprint: string;
  /** Column heading, normalised and numbered when double → field. */
  readonly columns: Readonly<Record<string, string>>;
  readonly decimals: 'comma' | 'point' | null;
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
}
