/** What a headless command prints and how it exits: 0 = done, 2 = wrong arguments, 3 = input cannot be read. */
export interface Answer {
  readonly exit: 0 | 2 | 3;
  readonly json: unknown;
}

export function done(json: unknown): Answer {
  return { exit: 0, json };
}

/** Arguments that do not fit the command. */
export function wrongArguments(message: string): Answer {
  return { exit: 2, json: { error: { code: 'wrong-arguments', message } } };
}

/** Input that cannot be read; `code` from the closed set of the reader that refused it. */
export function unreadable(code: string, message: string): Answer {
  return { exit: 3, json: { error: { code, message } } };
}

/** Ends a command early with an answer; caught by {@link answered}, nowhere else. */
export class Stop extends Error {
  constructor(readonly answer: Answer) {
    super('stop');
  }
}

/** What a command answers, also when it ended early. */
export async function answered(command: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof Stop) return error.answer;
    throw error;
  }
}
