/** Variables that hold pairs: what is where, and whose. */
import { enterpriseId } from '@yaosu/chaincode/model/kernel/text';
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import * as z from 'zod';

/** `CdmoMSP=https://gateway.cdmo.example,…`: where the other organisations' gateways are. */
export const gateways = z
  .string()
  .transform((text) => text.split(',').map((pair) => pair.trim().split('=')))
  .pipe(
    z
      .array(z.tuple([z.enum(MSP_IDS as [MspId, ...MspId[]]), z.url({ protocol: /^https?$/ })]))
      .transform((pairs): Readonly<Partial<Record<MspId, string>>> =>
        Object.fromEntries(pairs.map(([mspId, url]) => [mspId, url.replace(/\/+$/, '')])),
      ),
  );

/** `88.608.8889=anhe-pharma,…`: prefixes of the industrial-internet system and the enterprises that they belong to. */
export const identifierPrefixes = z
  .string()
  .transform((text) => text.split(',').map((pair) => pair.trim().split('=')))
  .pipe(
    z
      .array(z.tuple([z.string().regex(/^88(?:\.\d{1,18}){2,}$/), enterpriseId]))
      .refine((pairs) => new Set(pairs.map(([prefix]) => prefix)).size === pairs.length, 'a prefix twice')
      .transform((pairs): Readonly<Record<string, string>> => Object.fromEntries(pairs)),
  );
