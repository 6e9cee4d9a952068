/** What the window says on the command line before, or instead of, opening. */
export const host = {
  noBrowser:
    'Geen Edge, Chrome of Chromium gevonden op deze computer. Installeer er een, of bekijk Voldaan zonder scherm: npm run demo',
  noSuchBrowser:
    'De browser die CHROME noemt, is er niet: {{browser}}. Wijs een andere aan, of laat CHROME weg om een geïnstalleerde te zoeken.',
  browserFailed:
    'De browser {{browser}} is niet gestart. Werk hem bij of wijs met CHROME een andere aan. Zonder scherm: npm run demo',
  noDataFolder:
    'In de datamap {{folder}} is niet te schrijven ({{code}}). Controleer de schijf en de rechten, of wijs met VOLDAAN_DATA een andere map aan.',
  noScreen: 'Er is geen scherm om het venster op te openen. Zonder scherm: npm run demo',
  alreadyOpen: 'Voldaan is al geopend; het venster komt naar voren.',
  /** Title of the machine's own window for it. */
  chooseFolder: 'Importmap kiezen',
};
