/** Begins every hand-over code, so that a scanner knows it from the code of a pack. */
export const HAND_OVER_PREFIX = 'YAOSU1:';
