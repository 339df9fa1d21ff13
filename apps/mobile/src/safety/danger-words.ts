/** What a class of dangerous goods (GB 6944) does, and what is done first; general words, which replace no safety data sheet. */
import type { DANGEROUS_CLASSES } from '@yaosu/chaincode/model/waste/states';
import type { Language } from '../texts/texts.js';

type Words = Readonly<Record<Language, string>>;

/** Name of a class, and the first measures. */
export interface DangerWords {
  readonly name: Words;
  readonly first: Words;
}

const FLAMMABLE: Words = {
  zh: '关闭发动机，禁火禁烟，人员撤至上风向。小火用干粉灭火，不要接触泄漏物。',
  en: 'Engine off, no flames, no smoking, people upwind. Dry powder on a small fire; keep off what has leaked.',
};
const TOXIC: Words = {
  zh: '人员撤至上风向，不要吸入、不要接触。皮肤或眼睛沾染后用大量清水冲洗并就医。',
  en: 'People upwind; do not breathe it or touch it. Rinse skin or eyes with plenty of water and see a doctor.',
};

/** Class → words. */
export const DANGER_WORDS: Readonly<Record<(typeof DANGEROUS_CLASSES)[number], DangerWords>> = {
  '1': {
    name: { zh: '爆炸品', en: 'Explosives' },
    first: {
      zh: '货物着火时不要灭火，立即撤离并封锁道路。',
      en: 'Do not fight a fire of the load: get away and block the road.',
    },
  },
  '2.1': { name: { zh: '易燃气体', en: 'Flammable gas' }, first: FLAMMABLE },
  '2.2': {
    name: { zh: '非易燃无毒气体', en: 'Gas, neither flammable nor toxic' },
    first: {
      zh: '有窒息危险，保持通风，远离低洼处。',
      en: 'May suffocate: air the place, keep out of hollows.',
    },
  },
  '2.3': { name: { zh: '毒性气体', en: 'Toxic gas' }, first: TOXIC },
  '3': { name: { zh: '易燃液体', en: 'Flammable liquid' }, first: FLAMMABLE },
  '4.1': { name: { zh: '易燃固体', en: 'Flammable solid' }, first: FLAMMABLE },
  '4.2': { name: { zh: '易于自燃的物质', en: 'Ignites by itself' }, first: FLAMMABLE },
  '4.3': {
    name: { zh: '遇水放出易燃气体的物质', en: 'Gives off flammable gas with water' },
    first: {
      zh: '禁止用水和泡沫，保持干燥，人员撤至上风向。',
      en: 'No water, no foam: keep it dry, people upwind.',
    },
  },
  '5.1': {
    name: { zh: '氧化性物质', en: 'Oxidising substance' },
    first: {
      zh: '使其远离可燃物，着火时用大量水。',
      en: 'Keep it from anything that burns; plenty of water on a fire.',
    },
  },
  '5.2': {
    name: { zh: '有机过氧化物', en: 'Organic peroxide' },
    first: {
      zh: '避免受热和撞击，人员撤离，从远处用水冷却。',
      en: 'No heat, no blows: people away, cool it with water from afar.',
    },
  },
  '6.1': { name: { zh: '毒性物质', en: 'Toxic substance' }, first: TOXIC },
  '6.2': { name: { zh: '感染性物质', en: 'Infectious substance' }, first: TOXIC },
  '7': {
    name: { zh: '放射性物质', en: 'Radioactive material' },
    first: {
      zh: '人员远离，不要触碰包装，封锁现场，等待专业人员。',
      en: 'Keep away, touch no package, close the place, wait for specialists.',
    },
  },
  '8': {
    name: { zh: '腐蚀性物质', en: 'Corrosive substance' },
    first: {
      zh: '不要接触。皮肤或眼睛沾染后脱去衣物，用大量清水冲洗至少15分钟并就医。',
      en: 'Do not touch it. Take off soaked clothes, rinse skin or eyes for at least 15 minutes, see a doctor.',
    },
  },
  '9': {
    name: { zh: '杂项危险物质', en: 'Other dangerous substance' },
    first: { zh: '防止流入下水道和水体，不要接触。', en: 'Keep it from drains and water; do not touch it.' },
  },
};
