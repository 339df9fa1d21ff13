/** Every code that an answer may carry: the peers' and the gateway's own. */
import type { ErrorCode } from '@yaosu/chaincode/model/kernel/errors';

/** Codes that no peer answers with. */
export const GATEWAY_ERRORS = [
  'BODY_INVALID',
  'BODY_TOO_LARGE',
  'CONTENT_TYPE_UNSUPPORTED',
  'LOGGER_FORMAT_UNKNOWN',
  'QUERY_INVALID',
  'ROUTE_NOT_FOUND',
  'TLS_REQUIRED',
  'HOST_UNKNOWN',
  'ORIGIN_FOREIGN',
  'ACT_UNKNOWN',
  'UNAUTHENTICATED',
  'SESSION_EXPIRED',
  'SESSION_REFUSED',
  'RATE_LIMITED',
  'PARTY_FOREIGN',
  'OPERATION_NOT_FOUND',
  'RECORD_NOT_FOUND',
  'TRANSACTION_NOT_FOUND',
  'LOGIN_UNKNOWN',
  'LOGIN_ELSEWHERE',
  'DEMO_CLOSED',
  'DRAFT_UNKNOWN',
  'PURPOSE_REQUIRED',
  'MANDATE_MISSING',
  'MANDATE_WRONG',
  'EPCIS_DOCUMENT_INVALID',
  'EPCIS_TOO_MANY_EVENTS',
  'EPCIS_ORIGINAL_MISSING',
  'NOT_ACCEPTABLE',
  'QUERY_TOO_LARGE',
  'QUERY_NAME_TAKEN',
  'QUERY_NAME_UNKNOWN',
  'QUERY_LIMIT_REACHED',
  'SUBSCRIPTION_INVALID',
  'SUBSCRIPTION_UNKNOWN',
  'ALERT_TRIAGED',
  'CHECKPOINT_FORKED',
  'CHECKPOINT_AHEAD',
  'CHECKPOINT_OLD',
  'PROOF_PENDING',
  'GATEWAY_REFUSED',
  'GATEWAY_BEHIND',
  'LEDGER_CONFLICT',
  'LEDGER_REJECTED',
  'NOT_READY',
  'DATABASE_AWAY',
  'INTERNAL',
] as const;

/** A code of the gateway. */
export type GatewayErrorCode = (typeof GATEWAY_ERRORS)[number];

/** Any code. */
export type AnyErrorCode = ErrorCode | GatewayErrorCode;
