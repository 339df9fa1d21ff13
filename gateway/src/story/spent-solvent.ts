/** Spent solvent of a process goes into a coded drum. */
import { foreignHash } from '@yaosu/chaincode/signing/code-hash';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { FIRM, glnOfSite } from './cast.js';
import { SOLVENT } from './figures.js';
import type { Stage } from './stage.js';

const KEEPER = 'cdmo-waste';

/** Registers the CDMO's stream of spent solvent. @returns its id */
export const registerSolvent = async (stage: Stage): Promise<string> => {
  const stream = stage.newId();
  await stage.send(KEEPER, wasteActs.registerStream, {
    stream,
    generator: FIRM.cdmo,
    site: glnOfSite(FIRM.cdmo),
    code: SOLVENT.code,
    edition: '2025',
    form: 'liquid',
    hazards: ['T', 'I'],
    hazardous: true,
    dangerousClass: '3',
    operator: FIRM.cdmo,
    details: stage.digest('spent toluene of the coupling step'),
  });
  return stream;
};

/** Registers the stream, opens a drum and fills it from a batch; it stays open until the truck is called. */
export const fillDrum = async (stage: Stage, batch: string): Promise<{ code: string; stream: string }> => {
  const stream = await registerSolvent(stage);
  const drum = foreignHash(`QT-DRUM-${stage.run}`);
  await stage.send(KEEPER, wasteActs.open, { drum, kind: 'drum', stream, tare: SOLVENT.tareGrams });
  await stage.send(KEEPER, wasteActs.fill, { drum, grams: SOLVENT.filledGrams, sources: [batch] });
  const { client } = await stage.as(KEEPER);
  const { records } = await client.read('records', {}, { type: 'fill' });
  const fills = records.map(({ value }) => value).filter((fill) => fill['drum'] === drum);
  stage.same(
    'fills of the drum',
    fills.map(({ grams, sources }) => [grams, sources]),
    [[SOLVENT.filledGrams, [batch]]],
  );
  return { code: drum, stream };
};
