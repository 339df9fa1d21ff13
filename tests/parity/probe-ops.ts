/** The stub calls that a row can name. Each gets the context and the arguments after the name. */
import { parseJson, type Json } from './json.js';
import { privateOps } from './probe-private-ops.js';
import { arrayAt, bytesAt, numberAt, textAt, textsAt, type Act } from './probe-args.js';
import { formatEndorsers, newKeyPolicy } from './probe-policy.js';
import { showBytes, showHistory, showPage, showRecords } from './probe-show.js';

const stateOps: Readonly<Record<string, Act>> = {
  get: async ({ stub }, args) => showBytes(await stub.getState(textAt(args, 0))),
  getAll: async ({ stub }, args) => {
    const values = await Promise.all(textsAt(args, 0).map((key) => stub.getState(key)));
    return values.map(showBytes);
  },
  put: async ({ stub }, args) => done(stub.putState(textAt(args, 0), bytesAt(args, 1))),
  putMany: async ({ stub }, args) => {
    for (let n = 1; n <= numberAt(args, 1); n++) {
      await stub.putState(textAt(args, 0) + String(n).padStart(3, '0'), Buffer.from('v'));
    }
    return null;
  },
  putRandom: async ({ stub }, args) =>
    done(stub.putState(textAt(args, 0), Buffer.from(String(Math.random())))),
  putComposite: async ({ stub }, args) =>
    done(stub.putState(stub.createCompositeKey(textAt(args, 0), textsAt(args, 1)), bytesAt(args, 2))),
  del: async ({ stub }, args) => done(stub.deleteState(textAt(args, 0))),
  setPolicy: async ({ stub }, args) =>
    done(
      stub.setStateValidationParameter(
        textAt(args, 0),
        await newKeyPolicy(textAt(args, 1), textsAt(args, 2)),
      ),
    ),
  getPolicy: async ({ stub }, args) =>
    formatEndorsers(await stub.getStateValidationParameter(textAt(args, 0))),
};

const queryOps: Readonly<Record<string, Act>> = {
  range: async ({ stub }, args) =>
    showRecords(stub, await stub.getStateByRange(textAt(args, 0), textAt(args, 1)), limitOf(args[2])),
  composite: async ({ stub }, args) =>
    showRecords(stub, await stub.getStateByPartialCompositeKey(textAt(args, 0), textsAt(args, 1))),
  page: async ({ stub }, args) =>
    showPage(
      stub,
      await stub.getStateByRangeWithPagination(
        textAt(args, 0),
        textAt(args, 1),
        numberAt(args, 2),
        textAt(args, 3),
      ),
    ),
  history: async ({ stub }, args) => showHistory(await stub.getHistoryForKey(textAt(args, 0))),
};

const otherOps: Readonly<Record<string, Act>> = {
  event: ({ stub }, args) => {
    stub.setEvent(textAt(args, 0), bytesAt(args, 1));
    return Promise.resolve(null);
  },
  /** The payload stays a string, which the shim takes for base64. */
  textEvent: ({ stub }, args) => {
    stub.setEvent(textAt(args, 0), textAt(args, 1) as unknown as Uint8Array);
    return Promise.resolve(null);
  },
  invoke: async ({ stub }, args) => {
    const call = ['Probe:run', JSON.stringify(arrayAt(args, 1))];
    const { status, message, payload } = await stub.invokeChaincode(textAt(args, 0), call, textAt(args, 2));
    const text = Buffer.from(payload ?? []).toString('utf8');
    const shown: Json = status === 200 ? parseJson(text) : (message ?? '');
    return { status, shown };
  },
  random: () => Promise.resolve(Math.random()),
  transient: ({ stub }, args) =>
    Promise.resolve(showBytes(stub.getTransient().get(textAt(args, 0)) ?? new Uint8Array())),
  pad: (_, args) => Promise.resolve(textAt(args, 0).length),
};

/** Every stub call by its name. */
export const OPS: Readonly<Record<string, Act>> = { ...stateOps, ...queryOps, ...privateOps, ...otherOps };

async function done(call: Promise<void>): Promise<null> {
  await call;
  return null;
}

function limitOf(limit: Json | undefined): number {
  return typeof limit === 'number' ? limit : Infinity;
}
