import type { enStatements } from './en-statements.js';

/** Words of statements with a photo, in Chinese. */
export const zhStatements: typeof enStatements = {
  photo: '照片',
  enlarge: '查看原图',
};
