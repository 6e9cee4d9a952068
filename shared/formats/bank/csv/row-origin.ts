/** Where rows come from. */
export interface RowOrigin {
  /** What parted the cells of a text; empty for a workbook. */
  readonly separator: string;
  readonly encoding: string;
  /** No line end stands behind the last row: it may have been cut off. */
  readonly endsOpen: boolean;
}
