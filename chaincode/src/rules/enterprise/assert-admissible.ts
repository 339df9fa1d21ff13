/** What may be admitted to speak for an enterprise. */
import type { KeyRecord, ProposedKey } from '../../model/enterprise/schemas.js';
import type { EnterpriseRole, KeyKind } from '../../model/enterprise/states.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { REGULATOR, type MspId } from '../../model/organisations.js';
import { isAppointed } from './assert-key-good.js';
import { assertLimitFit, assertUnlimited } from './limited-keys.js';

type Appointments = KeyRecord['appointments'];
type Admitter = Pick<KeyRecord, 'appointments'>;

const PERSONAL_KINDS: readonly KeyKind[] = ['passkey', 'passkey-unattested', 'device'];

/** An authority, and nobody else, is hosted by the Regulator. @throws ENTERPRISE_HOST_UNFIT */
export const assertHostFit = (
  roles: readonly EnterpriseRole[],
  hostMsp: string,
  hasSubject: boolean,
): void => {
  const isAuthority = roles.includes('authority');
  const fits =
    isAuthority === ((hostMsp as MspId) === REGULATOR) &&
    isAuthority === hasSubject &&
    (!isAuthority || roles.length === 1);
  if (!fits) throw new YaosuError('ENTERPRISE_HOST_UNFIT', { hostMsp });
};

/** @throws KEY_PERIOD_WRONG */
const assertPeriod = ({ kid, notBefore, notAfter }: ProposedKey): void => {
  if (notAfter <= notBefore) throw new YaosuError('KEY_PERIOD_WRONG', { kid });
};

/**
 * A passkey is pinned to where it was made, and nothing else is; no attestation is verified yet, so that no key is held to be
 * in a known authenticator.
 * @throws KEY_ADMISSION_FORBIDDEN
 */
const assertKindShown = ({ kind, webauthn }: ProposedKey): void => {
  if (kind === 'passkey') throw new YaosuError('KEY_ADMISSION_FORBIDDEN', { reason: 'attestation' });
  if ((kind === 'passkey-unattested') !== (webauthn !== null))
    throw new YaosuError('KEY_ADMISSION_FORBIDDEN', { reason: 'webauthn' });
};

/** @throws KEY_ADMISSION_FORBIDDEN */
const assertAppointedFor = (appointments: Appointments): void => {
  if (appointments.some(({ notBefore, notAfter }) => notAfter <= notBefore))
    throw new YaosuError('KEY_ADMISSION_FORBIDDEN', { reason: 'period' });
};

/**
 * The key confirmed at registration is a person's, appointed root and nothing else.
 * @throws KEY_PERIOD_WRONG, KEY_ADMISSION_FORBIDDEN, KEY_LIMIT_WRONG
 */
export const assertRootKey = (key: ProposedKey): void => {
  const isRoot = key.appointments.length === 1 && key.appointments[0]?.function === 'root';
  if (!isRoot || key.person === null || !PERSONAL_KINDS.includes(key.kind)) {
    throw new YaosuError('KEY_ADMISSION_FORBIDDEN', { reason: 'root' });
  }
  assertUnlimited(key);
  assertKindShown(key);
  assertPeriod(key);
  assertAppointedFor(key.appointments);
};

/** @throws KEY_PERIOD_WRONG, KEY_ADMISSION_FORBIDDEN, KEY_LIMIT_WRONG */
export const assertAdmissible = (key: ProposedKey, admitter: Admitter, now: string): void => {
  assertPeriod(key);
  assertKindShown(key);
  if (PERSONAL_KINDS.includes(key.kind) !== (key.person !== null)) {
    throw new YaosuError('KEY_ADMISSION_FORBIDDEN', { reason: 'person' });
  }
  if (key.kind === 'host') throw new YaosuError('KEY_ADMISSION_FORBIDDEN', { reason: 'host' });
  assertAppointable(key.kind, [], key.appointments, admitter, now);
  assertLimitFit(key, now);
};

/**
 * Machines hold no functions; `root` is never given; administrators are made and unmade by the root key alone.
 * @throws KEY_ADMISSION_FORBIDDEN
 */
export const assertAppointable = (
  kind: KeyKind,
  before: Appointments,
  after: Appointments,
  admitter: Admitter,
  now: string,
): void => {
  const touches = (name: string): boolean => [...before, ...after].some((held) => held.function === name);
  if (touches('root')) throw new YaosuError('KEY_ADMISSION_FORBIDDEN', { reason: 'root' });
  if (after.length > 0 && !PERSONAL_KINDS.includes(kind)) {
    throw new YaosuError('KEY_ADMISSION_FORBIDDEN', { reason: 'machine' });
  }
  if (touches('administrator') && !isAppointed(admitter, 'root', now)) {
    throw new YaosuError('KEY_ADMISSION_FORBIDDEN', { reason: 'administrator' });
  }
  assertAppointedFor(after);
};
