import { describe, expect, it } from '@jest/globals';
import { status, type ServiceError } from '@grpc/grpc-js';
import { GatewayError, type ErrorDetail } from '@hyperledger/fabric-gateway';
import { LedgerError, type LedgerPhase } from '../../ledger.js';
import { newInvalid } from '../../failures.js';
import { ledgerErrorOf } from './errors.js';

interface Row {
  readonly title: string;
  readonly phase: LedgerPhase;
  readonly code: status;
  readonly text: string;
  readonly said?: Readonly<Record<string, string>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

const refusal = 'chaincode response 500, BATCH_NOT_FOUND {"batch":"b"}';

const noProcess =
  'could not launch chaincode yaosu:1: connection to yaosu:1 failed: error cannot create connection for yaosu:1';

/** Section 12 of the ledger semantics: what fabric-gateway throws, and what the embedded ledger gives in its place. */
const ROWS: readonly Row[] = [
  {
    title: 'a contract throws on evaluate',
    phase: 'evaluate',
    code: status.UNKNOWN,
    text: `2 UNKNOWN: evaluate call to endorser returned error: ${refusal}`,
    expected: {
      message: 'BATCH_NOT_FOUND {"batch":"b"}',
      chaincode: true,
      status: 'UNKNOWN',
      messages: [`evaluate call to endorser returned error: ${refusal}`],
    },
  },
  {
    title: 'a contract throws on submit; the words of the first endorser of the call come first',
    phase: 'endorse',
    code: status.ABORTED,
    text: '10 ABORTED: failed to endorse transaction, see attached details for more info',
    said: { CdmoMSP: 'chaincode response 500, OTHER {}', RegulatorMSP: refusal },
    expected: {
      message: 'BATCH_NOT_FOUND {"batch":"b"}',
      chaincode: true,
      status: 'ABORTED',
      messages: [`RegulatorMSP: ${refusal}`, 'CdmoMSP: chaincode response 500, OTHER {}'],
    },
  },
  {
    title: 'endorsers disagree',
    phase: 'endorse',
    code: status.ABORTED,
    text: '10 ABORTED: failed to collect enough transaction endorsements, see attached details for more info',
    said: { CdmoMSP: 'ProposalResponsePayloads do not match' },
    expected: {
      message: 'ProposalResponsePayloads do not match',
      status: 'ABORTED',
      messages: [
        'failed to collect enough transaction endorsements',
        'ProposalResponsePayloads do not match',
      ],
    },
  },
  {
    title: 'a peer that does not answer',
    phase: 'endorse',
    code: status.ABORTED,
    text: '10 ABORTED: failed to collect enough transaction endorsements, see attached details for more info',
    said: { CdmoMSP: 'rpc error: code = Unavailable desc = connection error: desc = "refused"' },
    expected: {
      message: 'failed to collect enough transaction endorsements, see attached details for more info',
      status: 'UNAVAILABLE',
      messages: ['CdmoMSP: rpc error: code = Unavailable desc = connection error: desc = "refused"'],
      away: ['CdmoMSP'],
    },
  },
  {
    title: 'a peer whose chaincode process is gone',
    phase: 'endorse',
    code: status.ABORTED,
    text: '10 ABORTED: failed to endorse transaction, see attached details for more info',
    said: { CdmoMSP: `error in simulation: failed to execute transaction a1: ${noProcess}` },
    expected: {
      message: 'failed to endorse transaction, see attached details for more info',
      status: 'UNAVAILABLE',
      messages: [`CdmoMSP: error in simulation: failed to execute transaction a1: ${noProcess}`],
      away: ['CdmoMSP'],
    },
  },
  {
    title: 'organisations whose peers nobody sees any more',
    phase: 'endorse',
    code: status.UNAVAILABLE,
    text: '14 UNAVAILABLE: failed to find any endorsing peers for org(s): CdmoMSP, LogisticsMSP',
    expected: {
      message: 'failed to find any endorsing peers for org(s): CdmoMSP, LogisticsMSP',
      status: 'UNAVAILABLE',
      away: ['CdmoMSP', 'LogisticsMSP'],
    },
  },
  {
    title: 'a question that nobody of those who are asked can answer',
    phase: 'evaluate',
    code: status.FAILED_PRECONDITION,
    text: '9 FAILED_PRECONDITION: no peers available to evaluate chaincode yaosu in channel trace',
    expected: {
      message: 'no peers available to evaluate chaincode yaosu in channel trace',
      status: 'UNAVAILABLE',
      away: ['RegulatorMSP', 'CdmoMSP'],
    },
  },
  {
    title: 'a policy that cannot be met',
    phase: 'endorse',
    code: status.FAILED_PRECONDITION,
    text: '9 FAILED_PRECONDITION: no combination of peers can be derived which satisfy the endorsement policy: x',
    expected: {
      message: 'no combination of peers can be derived which satisfy the endorsement policy: x',
      status: 'FAILED_PRECONDITION',
    },
  },
  {
    title: 'an envelope that is too big',
    phase: 'submit',
    code: status.ABORTED,
    text: '10 ABORTED: failed to submit transaction to orderer',
    said: { RegulatorOrdererMSP: 'received unsuccessful response from orderer: status=BAD_REQUEST' },
    expected: {
      message: 'failed to submit transaction to orderer',
      status: 'ABORTED',
      messages: ['RegulatorOrdererMSP: received unsuccessful response from orderer: status=BAD_REQUEST'],
    },
  },
  {
    title: 'no orderer',
    phase: 'submit',
    code: status.UNAVAILABLE,
    text: '14 UNAVAILABLE: no orderers could successfully process transaction',
    expected: {
      status: 'UNAVAILABLE',
      message: 'no orderers could successfully process transaction',
      unordered: true,
    },
  },
  {
    title: 'too few orderers of SmartBFT take the envelope',
    phase: 'submit',
    code: status.UNAVAILABLE,
    text: '14 UNAVAILABLE: insufficient number of orderers could successfully process transaction to satisfy quorum requirement',
    expected: {
      status: 'UNAVAILABLE',
      message:
        'insufficient number of orderers could successfully process transaction to satisfy quorum requirement',
      unordered: true,
    },
  },
  {
    title: 'a commit that is not known in time',
    phase: 'commit',
    code: status.DEADLINE_EXCEEDED,
    text: '4 DEADLINE_EXCEEDED: Deadline exceeded',
    expected: { status: 'DEADLINE_EXCEEDED', message: 'Deadline exceeded' },
  },
];

const thrownBy = ({ code, text, said = {} }: Row): GatewayError => {
  const details: ErrorDetail[] = Object.entries(said).map(([mspId, message]) => ({
    address: 'peer',
    mspId,
    message,
  }));
  return new GatewayError({ code, details, cause: new Error(text) as ServiceError, message: text });
};

describe('what fabric-gateway throws', () => {
  it.each(ROWS)('$title', (row) => {
    const about = { txId: 'a1', endorsers: ['RegulatorMSP', 'CdmoMSP'] };
    const error = ledgerErrorOf(row.phase, thrownBy(row), about);
    expect(error).toBeInstanceOf(LedgerError);
    expect(error.details.txId).toBe('a1');
    expect({ ...error.details, message: error.message }).toEqual({ txId: 'a1', ...row.expected });
  });

  it('an error that is none of the service’s says nothing about the outcome', () => {
    expect(ledgerErrorOf('commit', new TypeError('broken'), { txId: 'a1' }).details).toEqual({
      txId: 'a1',
      status: 'UNKNOWN',
    });
  });

  it('a code other than VALID has its name', () => {
    const error = newInvalid('a1', 11);
    expect(error.details).toEqual({ txId: 'a1', code: 11 });
    expect(error.message).toMatch(/status code 11 \(MVCC_READ_CONFLICT\)$/);
  });
});
