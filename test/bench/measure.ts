import { spawnSync } from 'node:child_process';
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

/** Processor time of some work in milliseconds: what else the machine does counts less than on the clock. */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export interface Raced {
  /** Megabytes a second of the work. */
  readonly speeds: readonly number[];
  /** Time of the yardstick as a part of that of the work, in percent. */
  readonly shares: readonly number[];
}

/** The first few runs are slower, while the engine still compiles what it runs: the median is of what comes after. */
export const readerRuns = 15;

/** Some work beside a yardstick over the same bytes, turn by turn, in processor time. */
export async function raced(bytes: Uint8Array, yardstick: () => unknown, work: () => unknown): Promise<Raced> {
  const speeds: number[] = [];
  const shares: number[] = [];
  for (let run = 0; run < readerRuns; run++) {
    const bare = await processorTime(yardstick);
    const own = await processorTime(work);
    speeds.push(bytes.length / 1000 / own);
    shares.push((100 * bare) / own);
  }
  return { speeds, shares };
}

/** Word on the command line under which the bench measures the memory of one reader in a process of its own. */
export const memoryRun = 'reader-memory';

/** The most memory a process of its own ever has, in megabytes, that makes `size` of what a reader reads and reads it. */
export function peakMemory(reader: string, size: number): number {
  const { stdout } = spawnSync(process.execPath, [process.argv[1]!, memoryRun, reader, String(size)], {
    encoding: 'utf8',
  });
  return Number(stdout.trim()) / 1e6;
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
