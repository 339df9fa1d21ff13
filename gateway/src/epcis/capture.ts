/** Takes a document over: vault, journal, ledger; its rows are made of the vault when the ledger has it. */
import { attestationActs } from '@yaosu/chaincode/model/attestation/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { eventHashUri } from '@yaosu/chaincode/signing/event-hash';
import { ApiError } from '../api/api-error.js';
import type { ErrorBehaviour } from '../api/epcis.js';
import { newCommand } from '../commands/new-command.js';
import type { DeviceKey } from '../demo/device-key.js';
import { nowInstant } from '../ports.js';
import { drugEscrowsOf, genesisOf } from '../projection/directory.js';
import type { Services } from '../services.js';
import { eventsOfCapture, rootOfEvents, type CaptureContent } from './capture-content.js';
import { judgeCapture } from './judge-capture.js';
import type { SentDocument } from './read-document.js';

const SALT_BYTES = 16;

const attest = async (
  { db, ports }: Pick<Services, 'db' | 'ports'>,
  enterprise: string,
  key: DeviceKey,
  attestation: string,
  { captured, receivedAt }: CaptureContent,
): Promise<Command> => {
  const genesis = await genesisOf(db);
  if (genesis === undefined) throw new ApiError('LEDGER_NOT_OPEN');
  const payload = {
    attestation,
    kind: 'epcis',
    root: rootOfEvents(captured.map(({ hash }) => hash)),
    count: captured.length,
    from: receivedAt,
    to: receivedAt,
  };
  const parties = [{ role: 'attester', enterprise, kid: key.kid }];
  const act = attestationActs.attest;
  return newCommand({ ledgerId: genesis.ledgerId, act, parties, payload, seenHash: null }, ports);
};

/**
 * Captures for an enterprise. When it returns, document and attestation survive any crash.
 * @returns the job, by which its sender asks what became of it
 * @throws ApiError with the code of the refusal, without any effect
 */
export const captureDocument = async (
  services: Services,
  enterprise: string,
  sent: SentDocument,
  behaviour: ErrorBehaviour,
): Promise<string> => {
  const { ports, serviceKeys } = services;
  const key = await serviceKeys.admitted(enterprise);
  const content = judgeCapture(sent, nowInstant(ports.clock), behaviour);
  return takeOver(services, enterprise, key, content);
};

/**
 * Captures a single event for an enterprise.
 * @returns its id, or the URI of its hash where its sender gives none
 * @throws ApiError as {@link captureDocument}; EPCIS_DOCUMENT_INVALID also when there are several
 */
export const captureEvent = async (
  services: Services,
  enterprise: string,
  sent: SentDocument,
): Promise<string> => {
  const key = await services.serviceKeys.admitted(enterprise);
  const content = judgeCapture(sent, nowInstant(services.ports.clock), 'rollback');
  const [only, ...others] = eventsOfCapture(content)?.events ?? [];
  if (only === undefined || others.length > 0)
    throw new ApiError('EPCIS_DOCUMENT_INVALID', { issues: ['eventList: ONE_EVENT'] });
  await takeOver(services, enterprise, key, content);
  const { eventID } = only.event;
  return typeof eventID === 'string' ? eventID : eventHashUri(only.hash);
};

const takeOver = async (
  { db, desk, ports, vault }: Services,
  enterprise: string,
  key: DeviceKey,
  content: CaptureContent,
): Promise<string> => {
  const escrows = await drugEscrowsOf(db);
  const salt = toHex(ports.randomBytes(SALT_BYTES));
  const { ciphertextDigest } = await vault.put(enterprise, salt, content, escrows);
  const command = await attest({ db, ports }, enterprise, key, ciphertextDigest, content);
  await desk.submit({ command, signatures: [key.sign(command)] }, { enterprise, kid: key.kid });
  return command.cmd;
};
