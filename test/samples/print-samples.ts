import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parseFile } from '#electron/commands/parse.ts';
import { expectedFacts, type Facts, printedFacts } from './sample-facts.ts';

/* `npm run samples`: file, expected and got of every sample beside the project; exit 1 on any difference. */

const folder = '../shared/samples';

interface Expected {
  readonly format: string;
  readonly statementList?: readonly { readonly reconciles: boolean }[];
}

async function main(): Promise<number> {
  if (!existsSync(`${folder}/expected.json`)) {
    console.log(`no samples in ${folder}: nothing to compare`);
    return 0;
  }
  const files: Readonly<Record<string, Expected>> = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')).files;
  let different = 0;
  let unreconciled = 0;
  for (const [file, expected] of Object.entries(files)) {
    const { exit, json } = await parseFile(`${folder}/${file}`, null);
    const wanted = expectedFacts({ ...expected });
    const got = asked(printedFacts(expected.format, json as Facts), wanted);
    const warns = JSON.stringify(json).includes('bank-not-reconciled');
    const mustWarn = expected.statementList?.some(({ reconciles }) => !reconciles) ?? warns;
    const same = exit === 0 && isDeepStrictEqual(got, wanted) && warns === mustWarn;
    if (!same) different++;
    if (warns) unreconciled++;
    console.log(`${same ? 'same' : 'DIFFERENT'} ${file}${warns ? ' (does not reconcile: warned)' : ''}`);
    console.log(`  expected ${JSON.stringify(wanted)}`);
    console.log(`  got      ${JSON.stringify(got)}`);
  }
  console.log(`${Object.keys(files).length} files: ${different} different, ${unreconciled} warned as not reconciling`);
  return different === 0 ? 0 : 1;
}

/** Only the facts that are asked, in their order. */
function asked(facts: Facts, wanted: Facts): Facts {
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, facts[name]]));
}

main().then((code) => {
  process.exitCode = code;
});
