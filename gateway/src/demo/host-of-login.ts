import type { MspId } from '@yaosu/chaincode/model/organisations';
import { REGULATOR } from '@yaosu/chaincode/model/organisations';
import { findLogin } from './logins.js';
import { defaultHostOf, DRUG_AUTHORITY, STORY_ENTERPRISES } from './story-enterprises.js';

/** The organisation that hosts an enterprise of the story; undefined when it is none. */
export const hostOfStory = (enterprise: string): MspId | undefined => {
  if (enterprise === DRUG_AUTHORITY.enterprise) return REGULATOR;
  const story = STORY_ENTERPRISES.find((each) => each.enterprise === enterprise);
  return story && defaultHostOf(story.roles);
};

/** The organisation that hosts a demo login's enterprise. */
export const hostOfLogin = (login: string): MspId | undefined => {
  const enterprise = findLogin(login)?.enterprise;
  return enterprise === undefined ? undefined : hostOfStory(enterprise);
};
