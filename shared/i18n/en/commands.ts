import type { commands as dutch } from '../nl/commands.ts';
import type { Wording } from '../wording.ts';

export const commands: Wording<typeof dutch> = {};
