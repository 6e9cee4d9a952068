import type { ReactNode } from 'react';

/** Line icons of the rail, drawn on an 18-pixel grid in the colour of the text beside them. */
const shapes = {
  vandaag: (
    <>
      <rect x="2.5" y="3.5" width="13" height="12" rx="2" />
      <path d="M2.5 7h13M6 2v3M12 2v3M6.5 11l1.8 1.8L12 9.3" />
    </>
  ),
  debiteuren: (
    <>
      <circle cx="7" cy="6" r="2.8" />
      <path d="M2 15c.4-3 2.3-4.5 5-4.5S11.6 12 12 15M12 3.5a2.8 2.8 0 010 5.2M13.5 10.8c1.5.6 2.3 2 2.5 4.2" />
    </>
  ),
  aanmanen: (
    <>
      <rect x="2" y="4" width="14" height="10.5" rx="1.5" />
      <path d="M2.5 5l6.5 5 6.5-5" />
    </>
  ),
  import: <path d="M9 2.5v8M5.8 7.5L9 10.7l3.2-3.2M3 12v2.5a1 1 0 001 1h10a1 1 0 001-1V12" />,
  dossiers: <path d="M2.5 5V14a1 1 0 001 1h11a1 1 0 001-1V6.5a1 1 0 00-1-1H9L7.3 3.5H3.5a1 1 0 00-1 1z" />,
  instellingen: (
    <>
      <path d="M2.5 5.5h7M13.5 5.5h2M2.5 12.5h2M8.5 12.5h7" />
      <circle cx="11.5" cy="5.5" r="2" />
      <circle cx="6.5" cy="12.5" r="2" />
    </>
  ),
  search: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M12 12l3.5 3.5" />
    </>
  ),
  chevron: <path d="M5.5 7.5L9 11l3.5-3.5" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
