/** 危险废物转移联单编号, number of a hazardous waste manifest (order 23 of 2021). */

/** GB/T 2260: the provinces of mainland China, which take part in the manifest system. */
export const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' ');

const FORM = /^(20\d{2})(\d{2})(\d{2})(\d{6})$/;

/** Whether a text is a manifest number: year, province, city, and six digits counted from one. */
export const isManifestNumber = (text: string): boolean => {
  const [, , province = '', , serial = ''] = FORM.exec(text) ?? [];
  return PROVINCES.includes(province) && serial !== '000000';
};
