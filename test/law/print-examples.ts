import { lawExamples } from '#test/unit/law-examples.ts';
import { provedElsewhere } from './example-cases.ts';
import { runExamples, unprovedExamples } from './run-examples.ts';

/* `npm run examples`: id, expected and got of every worked example of the law; exit 1 on any difference. */

async function main(): Promise<number> {
  const examples = lawExamples('');
  const results = await runExamples(examples);
  for (const { id, args, expected, got, same, difference } of results) {
    console.log(`${same ? 'same' : 'DIFFERENT'} ${id}: ${args.join(' ')}`);
    console.log(`  expected ${JSON.stringify(expected)}`);
    console.log(`  got      ${JSON.stringify(got)}`);
    if (difference) console.log(`  note     ${difference}`);
  }
  for (const { id } of examples) if (provedElsewhere[id]) console.log(`elsewhere ${id}: ${provedElsewhere[id]}`);
  const unproved = unprovedExamples(examples);
  for (const id of unproved) console.log(`UNPROVED ${id}`);
  const different = results.filter(({ same }) => !same).length;
  console.log(
    `${examples.length} examples: ${results.length} answers, ${different} different; ${unproved.length} without proof`,
  );
  return different + unproved.length === 0 ? 0 : 1;
}

main().then((code) => {
  process.exitCode = code;
});
