import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Answer, Stop } from '#electron/commands/answer.ts';
import { runCommand } from '#electron/commands/run-command.ts';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';

const assetsFolder = join(import.meta.dirname, '../../assets');

/** What `run` prints, as far as tests look at it. */
export interface RunJson {
  readonly debtors: number;
  readonly items: number;
  readonly skipped: readonly { readonly debtor: string; readonly reasons: readonly string[] }[];
  readonly letters: readonly {
    readonly debtor: string;
    readonly kind: string;
    readonly items: readonly string[];
    readonly total: string;
  }[];
  readonly open: string;
  readonly bank?: Readonly<Record<'lines' | 'known' | 'matched' | 'review' | 'left' | 'returns', number>>;
}

/** Runs of the CLI in a folder of their own; close it when done. */
export class RunBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'voldaan-run-'));
  /** What was told on stderr by the last run. */
  told: string[] = [];
  private readonly letters = createLetterService(createInProcessRenderer(assetsFolder));
  private runs = 0;

  constructor(administration: object = {}) {
    const whole = {
      name: 'Voorbeeld B.V.',
      iban: 'NL59 RABO 0118 5293 07',
      email: 'post@voorbeeld.example',
      ...administration,
    };
    this.write('administratie.json', JSON.stringify(whole));
  }

  at(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.at(name), content);
    return this.at(name);
  }

  async answer(args: readonly string[]): Promise<Answer> {
    this.told = [];
    const services = { letters: this.letters, assetsFolder, say: (text: string) => this.told.push(text) };
    try {
      return await runCommand(['--administration', this.at('administratie.json'), ...args], services);
    } catch (error) {
      if (error instanceof Stop) return error.answer;
      throw error;
    }
  }

  /** A run that succeeds; files by their content, the output folder named in `out`. */
  async run(given: {
    readonly items: string | Uint8Array;
    readonly bank?: readonly (string | Uint8Array)[];
    readonly today: string;
    readonly more?: readonly string[];
  }): Promise<RunJson & { readonly out: string }> {
    const run = ++this.runs;
    const out = this.at(`uit-${run}`);
    const bank = (given.bank ?? []).flatMap((content, place) => [
      '--bank',
      this.write(`bank-${run}-${place}`, content),
    ]);
    const args = ['--items', this.write(`posten-${run}`, given.items), ...bank, '--today', given.today, '--out', out];
    const { exit, json } = await this.answer([...args, ...(given.more ?? [])]);
    expect(json).not.toHaveProperty('error');
    expect(exit).toBe(0);
    return { ...(json as RunJson), out };
  }

  async close(): Promise<void> {
    await this.letters.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const heading = 'Debiteurnummer;Naam;Soort debiteur;E-mail;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand';

/** An open-items list of business debtors; `asOf` null = it does not say. Rows: code, name, number, due date, amount. */
export function itemsList(
  asOf: string | null,
  rows: readonly (readonly [code: string, name: string, number: string, due: string, open: string])[],
): string {
  const dated = asOf === null ? [] : [`Peildatum;${asOf.split('-').reverse().join('-')}`];
  const lines = rows.map(
    ([code, name, number, due, open]) =>
      `${code};${name};zakelijk;post@${code}.example;${number};01-12-2025;${due.split('-').reverse().join('-')};${open}`,
  );
  return `${[...dated, heading, ...lines].join('\r\n')}\r\n`;
}

/** Codes and totals of the letters, in order. */
export function claims(json: RunJson): readonly (readonly [string, string])[] {
  return json.letters.map(({ debtor, total }) => [debtor, total]);
}

export function reasonsOf(json: RunJson, debtor: string): readonly string[] {
  return json.skipped.find((one) => one.debtor === debtor)?.reasons ?? [];
}
