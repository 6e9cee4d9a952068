import { describe, expect, it } from 'vitest';
import { provedElsewhere } from '#test/law/example-cases.ts';
import { runExamples, unprovedExamples } from '#test/law/run-examples.ts';
import { lawExamples } from './law-examples.ts';

const examples = lawExamples('');

describe.skipIf(examples.length === 0)('the worked examples of the law, through the commands', async () => {
  it.each(await runExamples(examples))('$id', ({ args, got, expected }) =>
    expect(got, args.join(' ')).toEqual(expected),
  );

  it('leave none out', () => {
    expect(examples.length).toBeGreaterThan(90);
    expect(unprovedExamples(examples)).toEqual([]);
    expect(Object.keys(provedElsewhere).filter((id) => !examples.some((example) => example.id === id))).toEqual([]);
  });
});
