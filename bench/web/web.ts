/** The built apps as people get them: Lighthouse on a slow phone, and a start without a network. */
import { CHROMIUM } from '../../tests/support/browser.js';
import { RunningServer } from '../../tests/support/running-server.js';
import type { Report } from '../harness/report.js';
import { offlineStart } from './offline-start.js';
import { measurePages } from './pages.js';

/** Somebody with a desk and a phone. */
const ACTOR = 'Anhe, warehouse';

/** First visits and repeated ones beside their limits. @throws when there is no Chromium */
export const web = async (): Promise<Report> => {
  if (CHROMIUM === '') throw new Error('this bench needs Chromium');
  const server = await RunningServer.seeded();
  try {
    return {
      figures: [...(await measurePages(server.url, ACTOR)), await offlineStart(server.url, ACTOR)],
      bounds:
        'Lighthouse simulates a phone of 4× slower processor at 1.6 Mbit/s and 150 ms; a busy machine makes it slower still',
    };
  } finally {
    await server.dispose();
  }
};
