import { lawProblemText } from '#shared/i18n/law-problem.ts';
import { letterProblemText } from '#shared/i18n/letter-problem.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { checkFourteenDayLetter } from '#shared/law/fourteen-day-letter/check.ts';
import { readFourteenDayLetter } from '#shared/law/fourteen-day-letter/read-letter.ts';
import { LawProblem } from '#shared/law/problem.ts';
import { type Answer, done, Stop, unreadable } from './answer.ts';
import { readArguments } from './arguments.ts';
import { readInput } from './input.ts';

const { t } = createTranslator('nl');

/** `lint-letter FILE.json`: what makes a veertiendagenbrief lose its costs. A bad letter is an answer; a bad file stops with 3. */
export async function lintLetterCommand(args: readonly string[]): Promise<Answer> {
  const given = readArguments(args, {}, 1);
  const { fileName, bytes } = await readInput(given.words[0] ?? '');
  const described = jsonIn(fileName, bytes);
  try {
    const { valid, problems } = checkFourteenDayLetter(readFourteenDayLetter(described));
    return done({
      valid,
      problems: problems.map((problem) => ({
        code: problem.code,
        ...letterProblemText(problem, t, 'nl'),
        article: problem.article,
        place: problem.place,
      })),
    });
  } catch (error) {
    if (!(error instanceof LawProblem)) throw error;
    const { field } = error.params;
    const place = field === undefined ? fileName : `${fileName}, veld ${field}`;
    return unreadable(error.code, `${place}: ${lawProblemText(error, t, 'nl')}`);
  }
}

function jsonIn(fileName: string, bytes: Uint8Array): unknown {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Stop(unreadable('not-json', `${fileName} is geen geldige JSON in UTF-8`));
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  throw new Stop(
    unreadable('not-a-letter', `${fileName} beschrijft geen brief: verwacht een object met sentOn, items en text`),
  );
}
