import { seededRandom } from '#shared/demo/random.ts';

/** Draws by one seed. */
export class Draw {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  /** `count` different members, in their order. */
  some<T>(list: readonly T[], count: number): readonly T[] {
    const left = list.map((_, place) => place);
    while (left.length > count) left.splice(this.whole(0, left.length - 1), 1);
    return left.map((place) => list[place]!);
  }
}

/** A Dutch IBAN with valid check digits around an account number. */
export function ibanOf(account: number, bank: string): string {
  const bban = `${bank}${String(account).padStart(10, '0')}`;
  let rest = 0;
  for (const character of `${bban}NL00`) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return `NL${String(98 - rest).padStart(2, '0')}${bban}`;
}
