import type { DebtorKind, LetterLanguage } from '../domain/debtor.ts';

/** How a demo debtor pays: days after the due date, and how that moves over the year. */
export type PayingHabit = 'prompt' | 'late' | 'very-late' | 'slipping' | 'improving';

/** One demo debtor. Names, addresses and numbers are invented. */
export interface DemoDebtor {
  readonly name: string;
  readonly kind: DebtorKind;
  readonly naturalPerson: boolean;
  readonly legalForm: string | null;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly language: LetterLanguage;
  /** `name@company`, or a name alone; null = none known. */
  readonly mail: string | null;
  readonly phone: string | null;
  readonly contact: string | null;
  readonly habit: PayingHabit;
  /** Relative size of its invoices. */
  readonly size: number;
  readonly directDebit: boolean;
  readonly termDays: number | null;
  readonly hasAddress: boolean;
}

/** Name | form | street | postal code | city | country/language | mail | phone | contact | habit | size | marks. */
const rows = `
Bakkerij Korenmaat B.V.|B.V.|Molendijk 14|8011 LT|Zwolle|NL/nl|administratie@korenmaat|038 555 01 14|Mw. T. Veenstra|late|3|
Restaurant De Zilveren Lepel|vof|Havenkade 3|8261 AB|Kampen|NL/nl|info@zilverenlepel|038 555 02 03||very-late|2|
Hotel Sallandse Hof B.V.|B.V.|Stationsplein 1|7411 HB|Deventer|NL/nl|crediteuren@sallandsehof|0570 55 50 01|Dhr. R. Oosterink|prompt|5|
Slagerij Wolthuis|eenmanszaak|Brink 27|7941 BK|Meppel|NL/nl|slager@wolthuis|||late|2|
Cateringbedrijf Fijnproever B.V.|B.V.|Industrieweg 88|8071 CT|Nunspeet|NL/nl|facturen@fijnproever|0341 55 58 80|Mw. L. Bos|slipping|4|
Gemeente Rietvoort|overheid|Raadhuisplein 1|8101 CX|Raalte|NL/nl|inkoop@rietvoort|||very-late|3|
Stichting Woonzorg IJsselweide|stichting|Parklaan 60|7412 ZX|Deventer|NL/nl|administratie@ijsselweide|0570 55 56 60||prompt|6|
Jansen & Zonen Horeca B.V.|B.V.|Assendorperdijk 9|8012 EG|Zwolle|NL/nl|boekhouding@jansenzonen|||late|3|
Café ’t Hoekje “De Punt” 🌷|eenmanszaak|Grote Markt 2|8011 LW|Zwolle|NL/nl|cafe@hoekjedepunt|038 555 09 02||very-late|1|
P. de Vries|particulier|Lijsterbesstraat 41|8013 PC|Zwolle|NL/nl|p.devries|06 5550 1041||late|0.15|
Camping De Bosrand|vof|Bosweg 120|7731 PA|Ommen|NL/nl|receptie@bosrand|||improving|2|
Sportpark Noordeinde|vereniging|Sportlaan 5|8264 DH|Kampen|NL/nl|penningmeester@noordeinde|||late|1|
Delicatessen Morgenrood|eenmanszaak|Nieuwstraat 33|7411 LG|Deventer|NL/nl|winkel@morgenrood|||slipping|1|
Feinkost Bergmann GmbH|GmbH|Marktstraße 18|48431|Rheine|DE/de|buchhaltung@bergmann|||very-late|4|
Zuivelhoeve Oldeniel B.V.|B.V.|Polderweg 7|8277 AM|Grafhorst|NL/nl|crediteuren@oldeniel|||prompt|4|
Kinderdagverblijf Zonnetje|stichting|Schoolstraat 12|8091 EP|Wezep|NL/nl|info@zonnetje|||prompt|1|
S. el Amrani|particulier|Dobbe 210|8032 JX|Zwolle|NL/nl|s.elamrani|||late|0.12|
Partycentrum Het Anker B.V.|B.V.|Kade 45|8281 BE|Genemuiden|NL/nl|facturen@hetanker|038 555 18 45|Dhr. M. Hulst|very-late|3|
Brasserie Kloostertuin|vof|Kloosterstraat 4|8331 CA|Steenwijk|NL/nl|info@kloostertuin|||late|2|
Supermarkt Boersma B.V.|B.V.|Dorpsstraat 71|8161 CB|Epe|NL/nl|administratie@boersma|||prompt|7|
Gemeente Ommerveld|overheid|Hoofdstraat 100|7731 AK|Ommen|NL/nl|crediteuren@ommerveld|||prompt|2|
Traiteur Laagland|eenmanszaak|Wilhelminalaan 8|8021 HG|Zwolle|NL/nl||038 555 22 08||late|1|
Schouwburg De Kroon|stichting|Theaterplein 2|7411 AB|Deventer|NL/nl|finance@schouwburgdekroon|||improving|2|
Brouwerij Zeven Eiken B.V.|B.V.|Brouwersgracht 11|8043 NZ|Zwolle|NL/nl|boekhouding@zeveneiken|||slipping|4|
Vakantiepark Reggedal B.V.|B.V.|Reggeweg 200|7447 AT|Hellendoorn|NL/nl|crediteuren@reggedal|0548 55 52 00||late|3|
Maison Delacroix SARL|SARL|8 rue des Halles|59000|Lille|FR/fr|compta@delacroix|||very-late|3|
A. Brouwer-Visscher|particulier|Vechtdijk 6|7737 PE|Stegeren|NL/nl|a.brouwer|||very-late|0.2|
IJssalon Venezia|vof|Diezerstraat 55|8011 RE|Zwolle|NL/nl|ciao@venezia|||late|1|
Bedrijfsrestaurants Oost B.V.|B.V.|Hanzeallee 30|8017 KZ|Zwolle|NL/nl|inkoopfacturen@bro||Afdeling crediteuren|prompt|9|termijn=45
Boerderijwinkel Haarlerberg|eenmanszaak|Kerkweg 19|7448 PG|Haarle|NL/nl|winkel@haarlerberg|||prompt|1|
Pannenkoekenhuis Holterberg|vof|Bergweg 3|7451 PL|Holten|NL/nl|info@pkhholterberg|||late|1|
Zorggroep Vechtoever|stichting|Zorglaan 1|7701 MA|Dedemsvaart|NL/nl|facturen@vechtoever|||prompt|6|
Evenementenbureau Lint & Linde|eenmanszaak|Assiesstraat 18|8011 XT|Zwolle|NL/nl|hallo@lintenlinde|||very-late|2|
Viswinkel Zuiderzee B.V.|B.V.|Visafslag 6|8321 EN|Urk|NL/nl|kantoor@viszuiderzee|||prompt|3|
M.J. Terpstra|particulier|Oranjestraat 77|8051 CM|Hattem|NL/nl||||late|0.18|
Wijnhuis Bacchus|eenmanszaak|Sassenstraat 20|8011 PC|Zwolle|NL/nl|proost@bacchus|||late|2|
Waterschap Sallandrand|overheid|Dokter van Deenweg 186|8025 BM|Zwolle|NL/nl|facturen@sallandrand|||very-late|1|
Kookstudio Saffraan B.V.|B.V.|Ambachtsweg 23|7418 BX|Deventer|NL/nl|studio@saffraan|||slipping|1|
Snackbar Centraal|eenmanszaak|Oosterlaan 1|8011 GA|Zwolle|NL/nl||||very-late|1|geen-adres
Feestverhuur Tentenplan B.V.|B.V.|Lichtmisweg 40|7711 EA|Nieuwleusen|NL/nl|verhuur@tentenplan|||late|2|
Basisschool De Vlieger|onbekend|Vliegerlaan 2|8022 TR|Zwolle|NL/nl|directie@devlieger|||late|1|
Bierhandel Van Goor B.V.|B.V.|Transportweg 9|8304 BB|Emmeloord|NL/nl|adm@vangoor|||late|5|incasso
L. Nieuwenhuis|particulier|Zandweg 15|7715 PL|Punthorst|NL/nl|l.nieuwenhuis|||prompt|0.1|
Broeder & Zuster Koffie|vof|Thomas a Kempisstraat 8|8021 BJ|Zwolle|NL/nl|koffie@broederzuster|||late|1|
Ziekenhuis Hanzestad|stichting|Zorgboulevard 10|8025 AB|Zwolle|NL/nl|crediteuren@zhhanzestad|||prompt|8|termijn=45
Golfclub Het Rechte Eind|vereniging|Golfweg 1|7722 PM|Dalfsen|NL/nl|secretariaat@rechteeind|||late|1|
Vleeswaren Ardennes NV|NV|Stationsstraat 44|2300|Turnhout|BE/nl|boekhouding@ardennes|||late|3|
Theehuis De Moestuin|eenmanszaak|Landgoedlaan 3|7722 HV|Dalfsen|NL/nl|thee@moestuin|||improving|1|
Kantine Bouwcombinatie Noord|onbekend|Bouwplaats 12|7942 JA|Meppel|NL/nl|kantine@bcnoord|||very-late|2|
R. en K. Oude Lenferink|particulier|Esweg 52|7441 HV|Nijverdal|NL/nl|oudelenferink|||late|0.16|
Lunchroom Bij Fien|eenmanszaak|Marktstraat 6|7607 HC|Almelo|NL/nl|fien@bijfien|||slipping|1|
Broodfabriek Twentsche Es B.V.|B.V.|Plesmanweg 17|7602 PD|Almelo|NL/nl|crediteurenadministratie@twentsche-es|||prompt|6|
Rederij Giethoornse Vaart|vof|Ds. Hylkemaweg 90|8355 CL|Giethoorn|NL/nl|boten@giethoornsevaart|||late|2|
Northgate Foods Ltd|Ltd|12 Harbour Road|HU1 1AA|Hull|GB/en|accounts@northgatefoods|||late|3|
H. Dijkstra|particulier|Merelstraat 3|8266 AV|Kampen|NL/nl|h.dijkstra|||very-late|0.14|
Gemeente Wetterhoek|overheid|Keulenstraat 1|8331 ER|Steenwijk|NL/nl|facturen@wetterhoek|||prompt|2|
Bistro Noorderlicht B.V.|B.V.|Noordereiland 7|8011 SK|Zwolle|NL/nl|bistro@noorderlicht|||slipping|2|
Hengelsportcentrum De Snoek|eenmanszaak|Kanaalweg 31|7701 HC|Dedemsvaart|NL/nl|balie@desnoek|||prompt|1|
C. van der Wal|particulier|Hoge Laarderweg 9|8061 DA|Hasselt|NL/nl|c.vanderwal|||late|0.11|
Groepsaccommodatie Lemelerveld|vof|Heideweg 14|8151 PP|Lemelerveld|NL/nl|boeking@lemelerveldgroep|||late|2|
`;

/** The sixty debtors of the demo administration, in order of their number (1001 …). */
export const demoDebtors: readonly DemoDebtor[] = rows.trim().split('\n').map(debtorOfRow);

function debtorOfRow(row: string): DemoDebtor {
  const [
    name = '',
    form = '',
    street = '',
    postalCode = '',
    city = '',
    place = '',
    mail,
    phone,
    contact,
    habit,
    size,
    marks = '',
  ] = row.split('|');
  const [country = 'NL', language = 'nl'] = place.split('/');
  const kind =
    form === 'particulier' ? 'consumer' : form === 'overheid' ? 'public' : form === 'onbekend' ? 'unknown' : 'business';
  const term = /termijn=(\d+)/.exec(marks)?.[1];
  return {
    name,
    kind,
    naturalPerson: ['eenmanszaak', 'vof', 'particulier'].includes(form),
    legalForm: kind === 'business' ? form : null,
    street,
    postalCode,
    city,
    country,
    language: language as LetterLanguage,
    mail: mail || null,
    phone: phone || null,
    contact: contact || null,
    habit: habit as PayingHabit,
    size: Number(size),
    directDebit: marks.includes('incasso'),
    termDays: term ? Number(term) : kind === 'consumer' ? 14 : null,
    hasAddress: !marks.includes('geen-adres'),
  };
}
