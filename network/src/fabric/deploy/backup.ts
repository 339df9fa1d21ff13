/** The backup of what an organisation has alone: its gateway's database and data folder. Blocks lie with every peer. */
import { GATEWAY_DATA, PORTS, secretsOf } from './gateway-units.js';
import { IMAGES } from './images.js';
import type { OrganisationUnits, Unit } from './unit.js';

const BACKUP_DATA = '/backup';
/** The gateway's own user: its files are for nobody else. */
const GATEWAY_UID = 10_001;

/** Each night, when little is written. */
export const BACKUP_SCHEDULE = '17 1 * * *';

/** A backup counts when it is whole: it is written beside and renamed, the dump is read back before that. */
const SCRIPT = [
  'set -eu',
  'at=$(date -u +%Y%m%dT%H%M%SZ)',
  `draft=${BACKUP_DATA}/.draft-$at`,
  'mkdir "$draft"',
  'pg_dump --format=custom --file="$draft/database.dump"',
  'pg_restore --list "$draft/database.dump" > /dev/null',
  `tar -C ${GATEWAY_DATA} -cf "$draft/data.tar" .`,
  '(cd "$draft" && sha256sum database.dump data.tar > SHA256SUMS)',
  'sync',
  `mv "$draft" ${BACKUP_DATA}/$at`,
].join('\n');

/** The unit that makes a backup and ends. The data folder of the gateway is mounted read-only beside. */
export const backupUnit = ({ name }: Pick<OrganisationUnits, 'name'>): Unit => ({
  name: `backup-${name}`,
  image: IMAGES.postgres,
  command: ['sh', '-c', SCRIPT],
  env: {
    PGHOST: `postgres-${name}`,
    PGPORT: String(PORTS.postgres),
    PGUSER: 'yaosu',
    PGDATABASE: 'yaosu',
  },
  secretEnv: { PGPASSWORD: { secret: secretsOf(name).database, key: 'password' } },
  mounts: [],
  data: { at: BACKUP_DATA, gibibytes: 200 },
  scratch: ['/tmp'],
  ports: [],
  probe: { kind: 'command', command: ['true'] },
  resources: { requests: { cpu: 100, memory: 128 }, limits: { cpu: 1_000, memory: 512 } },
  uid: GATEWAY_UID,
  calls: [{ unit: `postgres-${name}`, port: PORTS.postgres }],
  callsOutside: [],
});

/** The volume that a backup reads: that of the gateway. */
export const backedUp = ({
  name,
}: Pick<OrganisationUnits, 'name'>): { readonly unit: string; readonly at: string } => ({
  unit: `gateway-${name}`,
  at: GATEWAY_DATA,
});
