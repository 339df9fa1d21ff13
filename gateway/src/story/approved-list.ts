/** The CDMO's approved list of suppliers. */
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { FIRM, glnOfSite } from './cast.js';
import type { Stage } from './stage.js';

/** The CDMO's quality puts a supplier's site on the approved list. @returns its entry */
export const approve = async (stage: Stage, firm: string): Promise<string> => {
  const entry = stage.digest(`entry ${firm}`);
  await stage.send('cdmo-qp', enterpriseActs.approveSupplier, {
    buyer: FIRM.cdmo,
    entry,
    supplier: firm,
    site: glnOfSite(firm),
    material: stage.digest('2-chlorophenothiazine'),
    standing: 'approved',
    nextAudit: stage.day(300),
    qualityAgreement: stage.digest(`quality agreement ${firm}`),
  });
  return entry;
};
