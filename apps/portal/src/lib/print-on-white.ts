const SCHEME = 'data-mantine-color-scheme';

/** A page goes to paper in the light colours, whichever the reader looks at. */
export const printOnWhite = (): void => {
  const page = document.documentElement;
  let shown: string | null = null;
  addEventListener('beforeprint', () => {
    shown = page.getAttribute(SCHEME);
    page.setAttribute(SCHEME, 'light');
  });
  addEventListener('afterprint', () => {
    if (shown !== null) page.setAttribute(SCHEME, shown);
  });
};
