/** Refusals of the network subject. */
export const NETWORK_ERRORS = [
  'NETWORK_ALREADY_OPEN',
  'NETWORK_OPENER_FOREIGN',
  'HOST_UNFIT',
  'BEHAVIOUR_UNKNOWN',
  'BEHAVIOUR_NOT_NEXT',
] as const;
