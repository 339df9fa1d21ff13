/** Ways to rule over another's goods, or to have one's own act twice, and what each comes to. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import type { Endorsed } from '@yaosu/network/embedded';
import { forgeEndorsement } from '../parity/forge-endorsement.js';
import { adoption } from '../support/behaviours.js';
import type { Name } from '../support/cast.js';
import { registeredLot, reviewedLot } from '../support/goods.js';
import { freshGln, site } from '../support/payloads.js';
import { stockedLot } from '../support/shipments.js';
import type { Composed, Stage } from '../support/stage.js';
import { coldShipment, page, pagesPayload } from '../support/telemetry.js';
import { codeOf } from '../support/test-network.js';
import { groundOf, manifestPayload, sealDrum } from '../support/waste.js';
import { MAKER_GLN } from '../support/cast.js';
import { readCodes } from './read-codes.js';
import { organisationsOf } from './subsets.js';

const { Batch, Enterprise, Network, Stock, Telemetry, Waste } = ACTS;

/** Words of refusals and validation codes, in the order of what was sent. */
type Outcomes = readonly (string | number)[];

/** A case: what is tried, and the refusals or the codes in the blocks that come of it. */
export interface Case {
  readonly title: string;
  readonly run: (stage: Stage) => Promise<Outcomes>;
  readonly expected: Outcomes;
}

const VALID = 0;
const POLICY = 10;
const MVCC = 11;
const M = 'ManufacturerMSP';
const R = 'RegulatorMSP';

const newSite = (stage: Stage, by: Name = 'makerAdministrator'): Promise<Composed> =>
  stage.compose(by, Enterprise.addSite, site('maker', freshGln()));

const hold = (
  stage: Stage,
  { envelope, picks }: Composed,
  letters: string,
  through: MspId = M,
): Promise<Endorsed> => stage.network.hold(envelope, through, { picks, endorsers: organisationsOf(letters) });

const submit = ({ network }: Stage, { envelope, picks }: Composed, through: MspId = M) =>
  codeOf(network.submit(envelope, through, { picks }));

const forge = ({ network: { relays } }: Stage, held: Endorsed): Endorsed => {
  const [client, creator] = [relays.get(R), relays.get(M)];
  if (client === undefined || creator === undefined) throw new Error('no relay');
  return { ...held, envelope: forgeEndorsement(held.envelope, client, creator) };
};

/** Every case. */
export const CASES: readonly Case[] = [
  {
    title: 'an endorsement made by a client of the organisation instead of its peer',
    run: async (stage: Stage): Promise<Outcomes> => {
      const { batch } = await reviewedLot(stage);
      const release = await stage.compose('makerQp', Batch.releaseFromSite, { batch });
      return readCodes(stage.network.ledger, [forge(stage, await hold(stage, release, 'MR'))]);
    },
    expected: [POLICY],
  },
  {
    title: 'an envelope that was held while its command was sent again',
    run: async (stage: Stage): Promise<Outcomes> => {
      const command = await newSite(stage);
      const held = await hold(stage, command, 'MR');
      return [await submit(stage, command), ...(await readCodes(stage.network.ledger, [held]))];
    },
    expected: ['VALID', MVCC],
  },
  {
    title: 'both envelopes of one command in one block',
    run: async (stage: Stage): Promise<Outcomes> => {
      const command = await newSite(stage);
      return readCodes(stage.network.ledger, [
        await hold(stage, command, 'MR'),
        await hold(stage, command, 'MR'),
      ]);
    },
    expected: [VALID, MVCC],
  },
  {
    title: 'a command that is replayed',
    run: async (stage: Stage): Promise<Outcomes> => {
      const command = await newSite(stage);
      return [await submit(stage, command), await submit(stage, command)];
    },
    expected: ['VALID', 'ALREADY'],
  },
  {
    title: 'two manifests of one drum in one block: the first sets its policy anew',
    run: async (stage: Stage): Promise<Outcomes> => {
      await groundOf(stage);
      const drums = [await sealDrum(stage)];
      const draft = () => stage.compose('makerWaste', Waste.createManifest, manifestPayload(drums));
      const held = [await hold(stage, await draft(), 'MR'), await hold(stage, await draft(), 'MR')];
      return readCodes(stage.network.ledger, held);
    },
    expected: [VALID, POLICY],
  },
  {
    title: 'a page whose readings were altered after signing',
    run: async (stage: Stage): Promise<Outcomes> => {
      const cold = await coldShipment(stage);
      const payload = pagesPayload(cold, page(0, 60, [500, 510]));
      const { envelope, picks } = await stage.compose('carrierDriver', Telemetry.recordPages, payload);
      const altered = pagesPayload(cold, page(0, 60, [500, 400]));
      const command = { ...envelope.command, payload: altered };
      return [await submit(stage, { envelope: { ...envelope, command }, picks })];
    },
    expected: ['COMMAND_ID_WRONG'],
  },
  {
    title: 'parcels of another firm as the unsigned hint',
    run: async (stage: Stage): Promise<Outcomes> => {
      const { batch } = await stockedLot(stage);
      const foreign = await registeredLot(stage, { firm: 'cdmo' });
      const parcels = await stage.network.state.records('parcel~');
      const picks = [...parcels.values()]
        .filter((parcel) => parcel['batch'] === foreign.batch)
        .map((parcel) => String(parcel['parcel']));
      const to = freshGln();
      await stage.must('makerRoot', Enterprise.addSite, site('maker', to));
      const shelf = {
        batch,
        holder: 'maker',
        quantity: '10',
        unit: 'KGM',
        site: MAKER_GLN,
        status: 'quarantine',
      };
      return [await stage.send('makerKeeper', Stock.move, { ...shelf, to }, { picks })];
    },
    expected: ['disputed PARCELS_INSUFFICIENT'],
  },
  {
    title: 'a command of a firm under M through the relay of C',
    run: async (stage: Stage): Promise<Outcomes> => [await submit(stage, await newSite(stage), 'CdmoMSP')],
    expected: ['HOST_FOREIGN'],
  },
  {
    title: 'a key of another function, and one of a rival who has them all',
    run: async (stage: Stage): Promise<Outcomes> => {
      const { batch } = await reviewedLot(stage);
      return [
        await stage.send('makerAnalyst', Batch.releaseFromSite, { batch }),
        await stage.send('rivalAll', Batch.releaseFromSite, { batch }),
      ];
    },
    expected: ['FUNCTION_MISSING', 'ENTERPRISE_FOREIGN'],
  },
  {
    title: 'an act signed and endorsed before its key was revoked, arriving after it, then sent anew',
    run: async (stage: Stage): Promise<Outcomes> => {
      const leaver = await stage.network.admit(stage.actor('makerRoot'), ['administrator'], M);
      const envelope = stage.network.envelope({
        act: Enterprise.addSite,
        actors: [leaver],
        payload: site('maker', freshGln()),
      });
      const command = { envelope, picks: [] };
      const held = await hold(stage, command, 'MR');
      const leaving = { enterprise: 'maker', kid: leaver.kid, compromisedSince: null };
      await stage.must('makerRoot', Enterprise.revokeKey, leaving);
      return [...(await readCodes(stage.network.ledger, [held])), await submit(stage, command)];
    },
    expected: [MVCC, 'KEY_REVOKED'],
  },
  {
    title:
      'the next behaviour of a contract by each three organisations, by all, again, and one that nobody has',
    run: async (stage: Stage): Promise<Outcomes> => {
      const compose = (change: object = {}): Promise<Composed> =>
        stage.compose('regulatorRoot', Network.adopt, adoption(change));
      const held: Endorsed[] = [];
      for (const letters of ['MCL', 'MCR', 'MLR', 'CLR'])
        held.push(await hold(stage, await compose(), letters, R));
      const codes = await readCodes(stage.network.ledger, held);
      const answers: string[] = [];
      for (const change of [{}, {}, { behaviour: 9 }])
        answers.push(await submit(stage, await compose(change), R));
      return [...codes, ...answers];
    },
    expected: [POLICY, POLICY, POLICY, POLICY, 'VALID', 'BEHAVIOUR_NOT_NEXT', 'BEHAVIOUR_UNKNOWN'],
  },
];
