import { Badge, createTheme, Loader, type CSSVariablesResolver } from '@mantine/core';

/** Tokens of the visual language: calm green, quiet greys, CJK fonts of the system. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 9,
  defaultRadius: 'md',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  headings: { fontWeight: '600' },
  components: {
    Loader: Loader.extend({ defaultProps: { role: 'status' } }),
    // What a badge says is never cut off: on a phone it takes a second line.
    Badge: Badge.extend({
      defaultProps: { tt: 'none' },
      styles: {
        root: { height: 'auto', minHeight: 'var(--badge-height)', maxWidth: '100%' },
        label: { whiteSpace: 'normal', overflow: 'visible' },
      },
    }),
  },
});

/** Of recall drills alone: nothing else may look like one. */
export const DRILL_COLOUR = 'grape.9';

const QUIET = { light: '#566269', dark: '#a2b3ab' } as const;
/** Green under white words while a pointer is over it, and of words on any pale ground. */
const DEEP = '#06664a';

/**
 * Where Mantine's own colours are too pale for WCAG 2.2 AA (4.5 : 1): quiet words, links, errors, and words on the pale ground
 * of their own colour, also while a pointer is over it.
 */
export const colours: CSSVariablesResolver = () => ({
  variables: { '--mantine-color-teal-filled-hover': DEEP },
  light: {
    '--mantine-color-dimmed': QUIET.light,
    '--mantine-color-placeholder': QUIET.light,
    '--mantine-color-anchor': DEEP,
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-teal-light-color': DEEP,
    '--mantine-color-yellow-light-color': '#7a4a00',
    '--mantine-color-red-light-color': '#a61e1e',
    '--mantine-color-blue-light-color': '#11497d',
  },
  dark: {
    '--mantine-color-dimmed': QUIET.dark,
    '--mantine-color-placeholder': QUIET.dark,
    '--mantine-color-error': 'var(--mantine-color-red-4)',
  },
});
