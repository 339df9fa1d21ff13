/** Compresses what is built once, so that the gateway need not do it for each who asks. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT = /\.(?:js|css|wasm|html)$/;

/** Leaves a copy `NAME.gz` beside every file that shrinks. */
export const compressedCopies = (): Plugin => ({
  name: 'yaosu-compressed-copies',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((each) => WORTH_IT.test(each))) {
      const file = join(dir, name);
      await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: constants.Z_BEST_COMPRESSION }));
    }
  },
});
