/** Where in a file, and what: the Dutch text is `formats.<code>` in the catalogue, with `params` filled in. */
export interface FormatProblem {
  readonly code: string;
  /** 1-based line or row of the file; null when it concerns the whole of it. */
  readonly row: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export function formatProblem(
  code: string,
  params: FormatProblem['params'] = {},
  row: number | null = null,
): FormatProblem {
  return { code, row, params };
}

/** Ends the reading of a file: nothing of it may be imported. */
export class FormatRefusal extends Error {
  constructor(readonly problem: FormatProblem) {
    super(`${problem.code} ${JSON.stringify(problem.params)}`);
    this.name = 'FormatRefusal';
  }
}

/** Stops reading for a reason the user can act on. */
export function refuseFile(code: string, params: FormatProblem['params'] = {}, row: number | null = null): never {
  throw new FormatRefusal(formatProblem(code, params, row));
}

type Translate = (key: string, params: Record<string, string | number>) => string;

/** The user's text of a problem: file and row first, then what is wrong and what to do. */
export function formatProblemText(
  translate: Translate,
  fileName: string,
  { code, row, params }: FormatProblem,
): string {
  const where = row === null ? fileName : `${fileName}, ${translate('table.place.row', { row })}`;
  return `${where}: ${translate(`formats.${code}`, params)}`;
}

/** At most `most` warnings of a kind; one more, `more-warnings`, says how many there are. */
export class Warnings {
  private readonly counts = new Map<string, number>();
  private readonly kept: FormatProblem[] = [];

  constructor(private readonly most = 20) {}

  add(code: string, params: FormatProblem['params'] = {}, row: number | null = null): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count <= this.most) this.kept.push(formatProblem(code, params, row));
  }

  all(): readonly FormatProblem[] {
    const more = [...this.counts]
      .filter(([, count]) => count > this.most)
      .map(([code, count]) => formatProblem('more-warnings', { code, count: count - this.most }));
    return [...this.kept, ...more];
  }
}
