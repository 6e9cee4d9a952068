import { aanmanen } from './aanmanen.ts';
import { aansluiting } from './aansluiting.ts';
import { betalingen } from './betalingen.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { debiteuren } from './debiteuren.ts';
import { dossier } from './dossier.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { formats } from './formats.ts';
import { frame } from './frame.ts';
import { gates } from './gates.ts';
import { herstel } from './herstel.ts';
import { host } from './host.ts';
import { identifiers } from './identifiers.ts';
import { importmap } from './importmap.ts';
import { imports } from './imports.ts';
import { instellingen } from './instellingen.ts';
import { invoer } from './invoer.ts';
import { law } from './law.ts';
import { letters } from './letters.ts';
import { matching } from './matching.ts';
import { start } from './start.ts';
import { table } from './table.ts';
import { vandaag } from './vandaag.ts';

/** The en catalogue: one file per part of the product. */
export const en = {
  common,
  errors,
  gates,
  identifiers,
  law,
  letters,
  events,
  formats,
  table,
  host,
  commands,
  frame,
  vandaag,
  debiteuren,
  invoer,
  aanmanen,
  importmap,
  imports,
  matching,
  betalingen,
  aansluiting,
  dossier,
  instellingen,
  herstel,
  start,
};
