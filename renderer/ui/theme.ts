import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

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

/** Mantine's greys, warmed to the paper. */
const gray: MantineColorsTuple = [
  '#f7f4ec',
  '#f0ebdf',
  '#e6dfd0',
  '#d8d0be',
  '#c9c1ae',
  '#a89f8d',
  '#857d6d',
  '#655f53',
  '#46413a',
  '#2c2924',
];
const dark: MantineColorsTuple = [
  '#ece7dc',
  '#cfc9bc',
  '#a59e90',
  '#6d675c',
  '#4d4941',
  '#38352f',
  '#1f1e1b',
  '#181715',
  '#131210',
  '#0e0d0c',
];

/** A filled part of the accent takes its text colour from tokens.css: white on the dark green, near-black on the light one. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const isAccent = input.color === undefined || input.color === input.theme.primaryColor;
  if (input.variant !== 'filled' || !isAccent) return defaultVariantColorsResolver(input);
  return {
    background: 'var(--accent)',
    hover: 'var(--accent-strong)',
    color: 'var(--on-accent)',
    hoverColor: 'var(--on-accent)',
    border: '1px solid transparent',
  };
};

/** Mantine's theme: sizes of the type scale, square-ish corners, the one accent. Colours come from tokens.css. */
export const theme = createTheme({
  primaryColor: 'ledger',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  variantColorResolver,
  white: '#fffefb',
  black: '#1d1b17',
  colors: { ledger, gray, dark },
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
    Drawer: { defaultProps: { transitionProps: { duration: 100 }, overlayProps: { opacity: 0.35 } } },
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
  '--mantine-primary-color-light-hover': 'var(--accent-soft)',
  '--mantine-color-ledger-light-hover': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-ledger-filled': 'var(--accent)',
  '--mantine-color-ledger-filled-hover': 'var(--accent-strong)',
  '--mantine-color-ledger-light': 'var(--accent-soft)',
  '--mantine-color-ledger-light-color': 'var(--accent)',
};

/** Lets Mantine's own variables follow tokens.css in both colour schemes. */
export const themeVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
