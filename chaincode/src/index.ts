/** The contracts of the chaincode, as `fabric-chaincode-node` starts them. */
import { AttestationContract } from './contracts/attestation.js';
import { AuthorityContract } from './contracts/authority.js';
import { BatchContract } from './contracts/batch.js';
import { CodeContract } from './contracts/code.js';
import { DisputeContract } from './contracts/dispute.js';
import { DocumentContract } from './contracts/document.js';
import { EnterpriseContract } from './contracts/enterprise.js';
import { IncidentContract } from './contracts/incident.js';
import { newNetworkContract } from './contracts/network.js';
import { OrderContract } from './contracts/order.js';
import { QualityContract } from './contracts/quality.js';
import { RecallContract } from './contracts/recall.js';
import { ShipmentContract } from './contracts/shipment.js';
import { StockContract } from './contracts/stock.js';
import { TaskContract } from './contracts/task.js';
import { TelemetryContract } from './contracts/telemetry.js';
import { TermsContract } from './contracts/terms.js';
import { WasteContract } from './contracts/waste.js';
import { BEHAVIOURS } from './model/network/behaviours.js';

export { newNetworkContract };

export const contracts = [
  newNetworkContract(BEHAVIOURS),
  EnterpriseContract,
  BatchContract,
  QualityContract,
  StockContract,
  OrderContract,
  TaskContract,
  CodeContract,
  ShipmentContract,
  TelemetryContract,
  IncidentContract,
  DocumentContract,
  WasteContract,
  RecallContract,
  AuthorityContract,
  DisputeContract,
  AttestationContract,
  TermsContract,
];
