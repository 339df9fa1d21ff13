import { lazy, useState, type ComponentType, type ReactElement } from 'react';
import type { PageSource } from './page-source.js';

/** A page that is drawn at once when its script is here, and else when it has come. */
export const drawn = (source: PageSource): ComponentType => {
  const Later = lazy(async () => ({ default: await source.load() }));
  const Drawn = (): ReactElement => {
    // What is on the screen stays the same component: another one would forget what was typed.
    const [Page] = useState<ComponentType>(() => source.here() ?? Later);
    return <Page />;
  };
  return Drawn;
};
