import type { Draw } from './matching-draw.ts';

/** Invented names of debtors, and how banks and people write them. */

const surnames =
  'Wolthuis Veenstra Oosterink Hulst Terpstra Lenferink Brouwer Visscher Nieuwenhuis Haverkamp Kloosterman Dijkhuizen Postma Bakker Smit Jansen Mulder Bos Peters Hendriks Dekker Brink Kok Schouten Kuiper Prins Blom Huisman Peeters Zijlstra Hofstra Wiersma Sikkema Boersma Dijkstra Hoekstra Postema Kamphuis Lubbers Reinders Warmerdam Zandbergen Oudshoorn Langeveld Schoonhoven Rietveld Koppelaar Vermeulen Willemsen Geerdink Yilmaz Amrani Bouzidi Nowak Kowalski Öztürk Müller'.split(
    ' ',
  );
const particles = ['', '', '', '', 'de ', 'van ', 'van der ', 'van den ', 'te '];
const given =
  'Anna Bram Cees Daan Eva Femke Gerrit Hanneke Iris Jan Karin Lotte Mark Noor Olga Piet Quirijn Rianne Sander Tessa Ursula Vera Willem Yara Zeger'.split(
    ' ',
  );
const trades =
  'Bakkerij Bouwbedrijf Installatiebedrijf Slagerij Garage Hoveniersbedrijf Schildersbedrijf Drukkerij Restaurant Apotheek Kapsalon Transport Adviesbureau Tandartspraktijk Camping Makelaardij Kwekerij Rijschool Sportschool Timmerfabriek'.split(
    ' ',
  );
const brands =
  'Korenmaat Sallandhof Zilverlepel Vechtzicht Noordenwind Hanzeborg Eikenloo Lindehof Waterrijk Zonnewende Oosterpoort Kroonborg Stadshart Bosrand Duinzicht Merelhof Roodborst Molenkamp Veldzicht Havenmeester Torenvalk IJsselstroom Berkenrode Groenewoud Lichtmis Ruimzicht Kompas Meridiaan Avelingen Bastion'.split(
    ' ',
  );
const forms = ['B.V.', 'B.V.', 'B.V.', 'VOF', '', 'N.V.', 'Holding B.V.', 'Stichting'];

export interface DrawnName {
  readonly name: string;
  readonly person: { readonly given: string; readonly particle: string; readonly surname: string } | null;
}

export function drawPerson(draw: Draw): DrawnName {
  const person = { given: draw.of(given), particle: draw.of(particles), surname: draw.of(surnames) };
  const second = draw.chance(0.2) ? `-${draw.of(surnames)}` : '';
  const full = { ...person, surname: person.surname + second };
  const first = draw.chance(0.5) ? full.given : `${full.given[0]}.${draw.chance(0.3) ? 'J.' : ''}`;
  return { name: `${first} ${full.particle}${full.surname}`, person: full };
}

export function drawBusiness(draw: Draw): DrawnName {
  const form = draw.of(forms);
  const core = draw.chance(0.4)
    ? `${draw.of(trades)} ${draw.of(surnames)}`
    : draw.chance(0.3)
      ? `${draw.of(brands)} ${draw.of(trades)} ${draw.of(['Noord', 'Zuid', 'Oost', 'West', 'Nederland', 'Groep'])}`
      : `${draw.of(trades)} ${draw.chance(0.5) ? 'De ' : ''}${draw.of(brands)}`;
  return { name: form === 'Stichting' ? `Stichting ${core}` : `${core} ${form}`.trim(), person: null };
}

function bare(text: string): string {
  return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
}

/** The name as a bank gives it: capitals, cut, initials, with a partner, without its legal form. */
export function asBankWrites(draw: Draw, { name, person }: DrawnName): string {
  if (person) {
    const { particle, surname } = person;
    const first = person.given;
    const written = draw.of([
      `${first[0]}. ${particle}${surname}`,
      `${first[0]} ${particle}${surname}`.toUpperCase(),
      `${surname} ${particle.trim()} ${first[0]}`.toUpperCase().replace(/ +/g, ' '),
      `Hr ${first[0]} ${particle}${surname}`,
      `Mw ${first[0]} ${particle}${surname}`,
      `${first} ${particle}${surname}`,
      `${first[0]}. ${particle}${surname} en/of ${draw.of(given)[0]}. ${draw.of(surnames)}`,
      `${first[0]} ${particle}${surname} CJ`.toUpperCase(),
    ]);
    return bare(written).slice(0, draw.chance(0.3) ? 35 : 70);
  }
  const capitals = draw.chance(0.5) ? bare(name).toUpperCase() : name;
  const written = draw.of([
    capitals,
    capitals,
    capitals.replace(/B\.V\./i, 'BV'),
    capitals.replace(/\s*(?:Holding )?(?:B\.V\.|N\.V\.|VOF)$/i, ''),
    capitals.replace(/^Stichting/i, 'St.'),
    `${capitals} inzake crediteuren`,
  ]);
  return draw.chance(0.35) ? written.slice(0, draw.of([27, 32, 35])).trim() : written;
}

/** Someone else's name: a partner, a director, a carer. */
export function drawSomeone(draw: Draw): string {
  return asBankWrites(draw, drawPerson(draw));
}
