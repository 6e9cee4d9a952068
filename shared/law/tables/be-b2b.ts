import type { TableRow } from './table-row.ts';

/** Belgian reference rate between businesses, law of 2 August 2002; ECB rate + 8 points, rounded up to half percents. */
export const beB2b: readonly TableRow[] = [
  ['2020-01-01', '8.00', 'PHC Expert; Van Ostaeyen', '2 bronnen'],
  ['2020-07-01', '8.00', 'PHC Expert', 'één bron en de formule'],
  ['2021-01-01', '8.00', 'PHC Expert', 'één bron en de formule'],
  [
    '2021-07-01',
    '8.00',
    'ECB 0,00 + 8 punten, naar boven op halve procenten',
    'afgeleid uit de formule, nog niet gepubliceerd gezien',
  ],
  ['2022-01-01', '8.00', 'Elegis', 'één bron en de formule'],
  ['2022-07-01', '8.00', 'Elegis', 'één bron en de formule'],
  ['2023-01-01', '10.50', 'Belgisch Staatsblad 17-3-2023; Elegis; Riccy Focke', '3 bronnen, waarvan officieel'],
  [
    '2023-07-01',
    '12.00',
    'ECB 4,00 + 8 punten, naar boven op halve procenten',
    'afgeleid uit de formule, nog niet gepubliceerd gezien',
  ],
  ['2024-01-01', '12.50', 'Medenam; ECB 4,50 + 8 punten, naar boven op halve procenten', 'één bron en de formule'],
  [
    '2024-07-01',
    '12.50',
    'ECB 4,25 + 8 punten, naar boven op halve procenten',
    'afgeleid uit de formule, nog niet gepubliceerd gezien',
  ],
  [
    '2025-01-01',
    '11.50',
    'ECB 3,15 + 8 punten, naar boven op halve procenten',
    'afgeleid uit de formule, nog niet gepubliceerd gezien',
  ],
  ['2025-07-01', '10.50', 'Embuild; ECB 2,15 + 8 punten, naar boven op halve procenten', 'één bron en de formule'],
  ['2026-01-01', '10.50', 'Embuild', 'één bron en de formule'],
  [
    '2026-07-01',
    '10.50',
    'ECB 2,40 + 8 punten, naar boven op halve procenten',
    'afgeleid uit de formule, nog niet gepubliceerd gezien',
  ],
];
