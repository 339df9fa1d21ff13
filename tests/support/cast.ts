/** Everybody who acts in the tests, written by hand. */
import type { EnterpriseRole, KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import type { MspId } from '@yaosu/chaincode/model/organisations';

/** Site of `maker`. */
export const MAKER_GLN = '6901234000009';
/** Site of `supplier`. */
export const SUPPLIER_GLN = '6901234000016';

/** A firm of the tests. */
interface Firm {
  readonly roles: readonly EnterpriseRole[];
  readonly host: MspId;
  /** GLN of its site, null when it has none. */
  readonly gln: string | null;
  /** The authority has recorded it as its own. */
  readonly companyPrefix?: string;
}

/** Enterprise → what it is. `rival` has everything that `maker` has, under the same host. */
export const FIRMS = {
  maker: {
    roles: ['manufacturer', 'mah', 'wasteGenerator'],
    host: 'ManufacturerMSP',
    gln: MAKER_GLN,
    companyPrefix: '6901234',
  },
  rival: {
    roles: ['manufacturer', 'mah', 'wasteGenerator'],
    host: 'ManufacturerMSP',
    gln: '6901234000023',
    companyPrefix: '6902345',
  },
  supplier: { roles: ['supplier'], host: 'ManufacturerMSP', gln: SUPPLIER_GLN },
  cdmo: { roles: ['cdmo', 'wasteGenerator'], host: 'CdmoMSP', gln: '6901234000030' },
  carrier: { roles: ['carrier'], host: 'LogisticsMSP', gln: '6901234000047' },
  wholesaler: { roles: ['wholesaler', 'warehouse'], host: 'LogisticsMSP', gln: '6901234000054' },
  pharmacy: { roles: ['pharmacy'], host: 'LogisticsMSP', gln: '6901234000061' },
  hauler: { roles: ['wasteCarrier'], host: 'LogisticsMSP', gln: '6901234000078' },
  disposer: { roles: ['wasteDisposer'], host: 'LogisticsMSP', gln: '6901234000085' },
} as const satisfies Record<string, Firm>;
/** One of the firms. */
export type FirmName = keyof typeof FIRMS;

interface Person {
  readonly enterprise: FirmName | 'nmpa' | 'env';
  readonly functions: readonly KeyFunction[];
}

const person = (enterprise: Person['enterprise'], ...functions: readonly KeyFunction[]): Person => ({
  enterprise,
  functions,
});

/** Name → enterprise and functions. `rivalAll` holds every function, so that only the enterprise stands against it. */
export const CAST = {
  regulatorRoot: person('nmpa', 'root'),
  drugInspector: person('nmpa', 'inspector'),
  envRoot: person('env', 'root'),
  envInspector: person('env', 'inspector'),
  makerRoot: person('maker', 'root'),
  makerAdministrator: person('maker', 'administrator'),
  makerProduction: person('maker', 'production'),
  makerQuality: person('maker', 'qualityManager'),
  makerQp: person('maker', 'qualifiedPerson'),
  makerAnalyst: person('maker', 'analyst'),
  makerReviewer: person('maker', 'reviewer'),
  makerPurchaser: person('maker', 'purchaser'),
  makerKeeper: person('maker', 'warehouseKeeper', 'dispatcher'),
  makerReceiving: person('maker', 'receivingInspector'),
  makerWaste: person('maker', 'wasteKeeper'),
  rivalRoot: person('rival', 'root'),
  rivalAll: person(
    'rival',
    'qualifiedPerson',
    'qualityManager',
    'analyst',
    'reviewer',
    'production',
    'purchaser',
    'warehouseKeeper',
    'receivingInspector',
    'dispatcher',
    'driver',
    'escort',
    'pharmacist',
    'wasteKeeper',
    'inspector',
  ),
  supplierRoot: person('supplier', 'root'),
  supplierProduction: person('supplier', 'production'),
  supplierQp: person('supplier', 'qualifiedPerson', 'qualityManager'),
  supplierAnalyst: person('supplier', 'analyst'),
  supplierReviewer: person('supplier', 'reviewer'),
  supplierKeeper: person('supplier', 'warehouseKeeper', 'dispatcher'),
  cdmoRoot: person('cdmo', 'root'),
  cdmoProduction: person('cdmo', 'production'),
  cdmoQp: person('cdmo', 'qualifiedPerson', 'qualityManager'),
  cdmoAnalyst: person('cdmo', 'analyst'),
  cdmoReviewer: person('cdmo', 'reviewer'),
  cdmoPurchaser: person('cdmo', 'purchaser'),
  cdmoKeeper: person('cdmo', 'warehouseKeeper', 'dispatcher'),
  cdmoReceiving: person('cdmo', 'receivingInspector'),
  cdmoWaste: person('cdmo', 'wasteKeeper'),
  carrierRoot: person('carrier', 'root'),
  carrierDispatch: person('carrier', 'dispatcher'),
  carrierDriver: person('carrier', 'driver'),
  wholesalerRoot: person('wholesaler', 'root'),
  wholesalerKeeper: person('wholesaler', 'warehouseKeeper', 'dispatcher'),
  wholesalerReceiving: person('wholesaler', 'receivingInspector'),
  wholesalerQuality: person('wholesaler', 'qualityManager'),
  pharmacyRoot: person('pharmacy', 'root'),
  pharmacist: person('pharmacy', 'pharmacist'),
  pharmacyReceiving: person('pharmacy', 'receivingInspector'),
  pharmacyProduction: person('pharmacy', 'production'),
  haulerRoot: person('hauler', 'root'),
  haulerDriver: person('hauler', 'driver'),
  haulerEscort: person('hauler', 'escort'),
  haulerRelief: person('hauler', 'driver'),
  disposerRoot: person('disposer', 'root'),
  disposerKeeper: person('disposer', 'wasteKeeper', 'receivingInspector'),
} as const satisfies Record<string, Person>;
/** One of the cast. */
export type Name = keyof typeof CAST;

/** Their names, in table order. */
export const NAMES = Object.keys(CAST) as Name[];

/** The organisation that hosts an actor's enterprise. */
export const hostOfName = (name: Name): MspId => {
  const { enterprise } = CAST[name];
  return enterprise === 'nmpa' || enterprise === 'env' ? 'RegulatorMSP' : FIRMS[enterprise].host;
};
