export const start = {
  title: 'Welkom bij Voldaan',
  lead: 'Debiteurenbeheer dat op deze computer blijft. Er gaat niets naar buiten tot een brief wordt verstuurd.',
  demo: {
    title: 'Bekijk de demo',
    text: 'Een Nederlandse groothandel met 60 debiteuren en twaalf maanden facturen. Alles is uit te proberen.',
    action: 'Demo openen',
  },
  own: {
    title: 'Begin met een eigen administratie',
    text: 'Naam en IBAN zijn genoeg. Daarna een lijst met openstaande posten importeren.',
    action: 'Administratie maken',
  },
  dataFolder: 'De gegevens staan in de map {{folder}}.',
  wizard: {
    title: 'Nieuwe administratie',
    step: 'Stap {{step}} van {{total}}',
    steps: 'Stappen',
    finish: 'Administratie maken',
    later: 'Alles is later te wijzigen bij Instellingen.',
    name: {
      title: 'Naam en rekening',
      text: 'Zoals de debiteur ze op de brief ziet.',
    },
    address: {
      title: 'Adres en nummers',
      text: 'Staan in het briefhoofd.',
    },
    terms: {
      title: 'Termijnen',
      text: 'Bepalen wanneer een factuur te laat is en welk saldo te klein is voor een brief.',
    },
    sender: {
      title: 'Afzender',
      text: 'Wie de brieven ondertekent en verstuurt.',
    },
    logo: {
      title: 'Logo en venster',
      text: 'Hoe het briefhoofd eruitziet en waar het adres in de envelop staat.',
    },
  },
};
