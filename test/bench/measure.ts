import { cpus, totalmem } from 'node:os';

/** One line of architecture §8, measured. Times in milliseconds unless `unit` says otherwise. */
export interface BenchRow {
  readonly job: string;
  readonly size: string;
  readonly unit: 'ms' | 'MB' | 'MB/s' | '%' | 'fps';
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  readonly must: number | null;
  readonly aim: number | null;
}

export interface Target {
  readonly size: string;
  readonly unit?: BenchRow['unit'];
  readonly must?: number;
  readonly aim?: number;
}

/** Median, least and greatest of measured values, beside their targets. */
export function row(job: string, values: readonly number[], target: Target): BenchRow {
  const sorted = [...values].sort((a, b) => a - b);
  const round = (value: number | undefined) => Math.round((value ?? 0) * 10) / 10;
  return {
    job,
    size: target.size,
    unit: target.unit ?? 'ms',
    median: round(sorted[Math.floor(sorted.length / 2)]),
    min: round(sorted[0]),
    max: round(sorted.at(-1)),
    runs: sorted.length,
    must: target.must ?? null,
    aim: target.aim ?? null,
  };
}

/** Milliseconds of each of `runs` runs. */
export async function timed(runs: number, work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

/** What the figures were measured on. */
export function machine() {
  const processors = cpus();
  return {
    node: process.version,
    platform: process.platform,
    cores: processors.length,
    processor: processors[0]?.model ?? '',
    memoryGb: Math.round(totalmem() / 1024 ** 3),
  };
}
