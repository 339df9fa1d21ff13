/** The calls on private data that a row can name: collection first. */
import { bytesAt, textAt, type Act } from './probe-args.js';
import { showBytes, showRecords } from './probe-show.js';

/** Private data by collection and key. */
export const privateOps: Readonly<Record<string, Act>> = {
  privateGet: async ({ stub }, args) =>
    showBytes(await stub.getPrivateData(textAt(args, 0), textAt(args, 1))),
  privateHash: async ({ stub }, args) => {
    const hash = await stub.getPrivateDataHash(textAt(args, 0), textAt(args, 1));
    return Buffer.from(hash).toString('hex');
  },
  privatePut: async ({ stub }, args) => {
    await stub.putPrivateData(textAt(args, 0), textAt(args, 1), bytesAt(args, 2));
    return null;
  },
  privateDel: async ({ stub }, args) => {
    await stub.deletePrivateData(textAt(args, 0), textAt(args, 1));
    return null;
  },
  privatePurge: async ({ stub }, args) => {
    await stub.purgePrivateData(textAt(args, 0), textAt(args, 1));
    return null;
  },
  privateRange: async ({ stub }, args) => {
    const answer: unknown = await stub.getPrivateDataByRange(
      textAt(args, 0),
      textAt(args, 1),
      textAt(args, 2),
    );
    return showRecords(stub, parseIterator(answer));
  },
};

/** Node's shim resolves to `{iterator}` here, against its own types. */
function parseIterator(answer: unknown): Parameters<typeof showRecords>[1] {
  return (answer as { iterator: Parameters<typeof showRecords>[1] }).iterator;
}
