import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const ledger: MantineColorsTuple = [
  '#eef6f1',
  '#dcebe2',
  '#b6d6c4',
  '#8fd3ad',
  '#74c298',
  '#3f8d68',
  '#287655',
  '#1b6446',
  '#124c34',
  '#0b3524',
];

/** Mantine's theme: sizes of the type scale, square-ish corners, the one accent. Colours come from tokens.css. */
export const theme = createTheme({
  primaryColor: 'ledger',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { ledger },
  fontFamily: 'var(--font-sans)',
  fontFamilyMonospace: 'var(--font-sans)',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '10px' },
  fontSizes: {
    xs: 'var(--size-13)',
    sm: 'var(--size-14)',
    md: 'var(--size-14)',
    lg: 'var(--size-16)',
    xl: 'var(--size-20)',
  },
  spacing: { xs: '6px', sm: '10px', md: '16px', lg: '24px', xl: '40px' },
  headings: {
    fontFamily: 'var(--font-sans)',
    fontWeight: '700',
    sizes: {
      h1: { fontSize: 'var(--size-20)', lineHeight: '1.3' },
      h2: { fontSize: 'var(--size-16)', lineHeight: '1.4' },
      h3: { fontSize: 'var(--size-14)', lineHeight: '1.45' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', withAlignedLabels: true } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { transitionProps: { duration: 100 }, centered: false, overlayProps: { opacity: 0.35 } } },
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
    Menu: { defaultProps: { transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 80 }, openDelay: 350, withArrow: false } },
    Drawer: { defaultProps: { transitionProps: { duration: 100 } } },
  },
});

const surfaces = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-muted)',
  '--mantine-color-placeholder': 'var(--ink-muted)',
  '--mantine-color-error': 'var(--broken)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-ledger-filled': 'var(--accent)',
  '--mantine-color-ledger-filled-hover': 'var(--accent-strong)',
  '--mantine-color-ledger-light': 'var(--accent-soft)',
  '--mantine-color-ledger-light-color': 'var(--accent)',
};

/** Lets Mantine's own variables follow tokens.css in both colour schemes. */
export const themeVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
