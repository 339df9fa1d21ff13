import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ReactElement } from 'react';
export const ShipmentReadings = (_: { readonly shipment: ShipmentRecord }): ReactElement => <></>;
