import { authorityActs } from '../model/authority/acts.js';
import { caseRecord } from '../model/authority/schemas.js';
import { siteRecord } from '../model/enterprise/schemas.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { partsOfParcel } from '../model/stock/parcel-ref.js';
import { parcelRecord } from '../model/stock/schemas.js';
import { assertConcerned, signedByOf, type ActTransaction } from './act-transaction.js';
import { isInArea } from '../rules/authority/is-in-area.js';
import { authorityOf } from './authority/authority-of.js';
import { loadBatch } from './goods/load-batch.js';
import { newContract } from './new-contract.js';

type OpenCase = ActTransaction<{
  readonly root: string;
  readonly site: { readonly enterprise: string; readonly gln: string };
  readonly parcel: string | null;
}>;

/** The root was made at the site, or some of it stands there. @throws CASE_OUT_OF_AREA */
const assertAtSite = async (tx: OpenCase): Promise<void> => {
  const { root, site, parcel } = tx.payload;
  const batch = await loadBatch(tx, root);
  if (parcel === null) {
    if (batch.site === site.gln && batch.issuer === site.enterprise) return;
    throw new YaosuError('CASE_OUT_OF_AREA', { gln: site.gln });
  }
  const held = await tx.state.get(parcelRecord, 'parcel', ...partsOfParcel(parcel));
  const isThere = held?.batch === root && held.holder === site.enterprise && held.site === site.gln;
  if (!isThere) throw new YaosuError('CASE_OUT_OF_AREA', { gln: site.gln });
};

/** The site lies in the area of the authority. @throws SITE_NOT_FOUND, CASE_OUT_OF_AREA */
const assertInArea = async (tx: OpenCase): Promise<void> => {
  const { enterprise, gln } = tx.payload.site;
  const site = await tx.state.get(siteRecord, 'site', enterprise, gln);
  if (site === undefined) throw new YaosuError('SITE_NOT_FOUND', { gln });
  const authority = await authorityOf(tx, 'inspector');
  if (authority === null || !isInArea(site.area, authority.area)) {
    throw new YaosuError('CASE_OUT_OF_AREA', { area: site.area });
  }
};

/** Cases of authorities. */
export const AuthorityContract = newContract('Authority', authorityActs, {
  openCase: async (tx) => {
    await assertAtSite(tx);
    await assertInArea(tx);
    const { parcel: _, ...payload } = tx.payload;
    const openedBy = signedByOf(tx, 'inspector');
    const opening = { authority: openedBy.enterprise, openedBy, openedAt: tx.now, closedAt: null };
    tx.state.put('case', [payload.case], { ...payload, ...opening });
    tx.emit('AuthorityCaseOpened', [keyOf('case', payload.case)]);
    return { key: keyOf('case', payload.case) };
  },

  closeCase: async (tx) => {
    const record = await tx.state.get(caseRecord, 'case', tx.payload.case);
    if (record === undefined) throw new YaosuError('CASE_NOT_FOUND');
    assertConcerned(tx, 'inspector', [record.authority]);
    if (record.closedAt !== null) throw new YaosuError('CASE_CLOSED');
    tx.state.put('case', [record.case], { ...record, closedAt: tx.now });
    tx.emit('AuthorityCaseClosed', [keyOf('case', record.case)]);
    return { key: keyOf('case', record.case) };
  },
});
