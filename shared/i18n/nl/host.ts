/** What the window says on the command line before, or instead of, opening. */
export const host = {
  noBrowser:
    'Geen Edge, Chrome of Chromium gevonden op deze computer. Installeer er een, of bekijk Voldaan zonder scherm: npm run demo',
  noScreen: 'Er is geen scherm om het venster op te openen. Zonder scherm: npm run demo',
  alreadyOpen: 'Voldaan is al geopend; het venster komt naar voren.',
  /** Title of the machine's own window for it. */
  chooseFolder: 'Importmap kiezen',
};
