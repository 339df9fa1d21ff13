/** What the acceptor's scales say against the generator's. */
import { YaosuError } from '../../model/kernel/errors.js';
import type { Difference, ManifestLine, ReceivedDrum } from '../../model/waste/manifest-schemas.js';
import type { ManifestState } from '../../model/waste/states.js';
import { assertWeights, sumOfGrams } from './assert-weights.js';
import { toleranceAt, weighsAlike } from './weight-tolerance.js';

/** Every drum of the manifest is named once, each with weights that add up. @throws WASTE_DRUMS_DIFFER, WASTE_WEIGHT_WRONG */
export const assertDrumsNamed = (lines: readonly ManifestLine[], received: readonly ReceivedDrum[]): void => {
  const names = (list: readonly { drum: string }[]): string =>
    list
      .map(({ drum }) => drum)
      .sort()
      .join();
  if (names(lines) !== names(received)) throw new YaosuError('WASTE_DRUMS_DIFFER');
  for (const drum of received) {
    assertWeights(drum);
    if (drum.verdict === 'missing' && drum.gross !== '0') throw new YaosuError('WASTE_WEIGHT_WRONG');
  }
};

/** Accepted as a whole, in part or not at all. */
export const stateAfter = (received: readonly ReceivedDrum[]): ManifestState => {
  const accepted = received.filter(({ verdict }) => verdict === 'accepted').length;
  if (accepted === received.length) return 'accepted';
  return accepted === 0 ? 'refused' : 'partlyAccepted';
};

/** Net grams that the acceptor took. */
export const acceptedGrams = (received: readonly ReceivedDrum[]): string =>
  sumOfGrams(received.filter(({ verdict }) => verdict === 'accepted').map(({ net }) => net));

const kindOf = (sent: ManifestLine, got: ReceivedDrum, at: string): Difference['kind'] | undefined => {
  if (got.verdict !== 'accepted') return got.verdict;
  return weighsAlike(sent.sent.net, got.net, at) ? undefined : 'weight';
};

/** Differences that the generator has to answer, told to it and to the environment authority (order 23 of 2021). */
export const differencesOf = (
  lines: readonly ManifestLine[],
  received: readonly ReceivedDrum[],
  generator: string,
  at: string,
): readonly Difference[] => {
  const { edition } = toleranceAt(at);
  return lines.flatMap((line) => {
    const got = received.find(({ drum }) => drum === line.drum);
    const kind = got === undefined ? undefined : kindOf(line, got, at);
    if (got === undefined || kind === undefined) return [];
    const told: Difference = {
      drum: line.drum,
      kind,
      sentNet: line.sent.net,
      receivedNet: got.net,
      edition,
      owner: generator,
      reportedTo: ['generator', 'environment'],
      answer: null,
    };
    return [told];
  });
};
