import type { enKeys } from './en-keys.js';

/** Words about keys of people, in Chinese. */
export const zhKeys: typeof enKeys = {
  new: '生成新密钥',
  newHint: '密钥在本设备上生成，任何人都无法读出，须由本企业管理员准入。',
  name: '本设备上的密钥名称',
  kind: '密钥的载体',
  kinds: {
    passkey: '本机或安全密钥上的通行密钥',
    device: '本浏览器内的密钥',
  },
  kindHints: {
    passkey: '每次签名都须验证指纹、面容或 PIN，适用于放行等质量操作。',
    device: '签名时不再询问；清除浏览器数据后即失效。',
  },
  places: {
    address: '通行密钥与域名绑定，而本页是通过地址（{{host}}）打开的。请通过域名打开后再生成。',
    unsupported: '此处无法生成通行密钥：浏览器版本过旧，或页面未加密。请用新版浏览器通过 HTTPS 打开。',
    securityKey: '本机没有可验证指纹、面容或 PIN 的内置装置，请插入已设 PIN 的安全密钥。',
  },
  named: '通过域名打开',
  pairing: '本服务器的域名',
  onlyAt: '仅可在此签名',
  make: '生成密钥',
  use: '使用此密钥登录',
  proving: '正在用您的密钥登录；通行密钥须验证指纹、面容或 PIN。',
  forAdministrator: '交给管理员',
  request: '待准入的密钥',
  noRequest: '这不是密钥文本。',
  fromAdministrator: '管理员交回的内容',
  notThisKey: '内容与上述密钥不符，或已被改动。',
  propose: '提出准入',
  toHolder: '交给密钥持有人',
  toHolderHint: '持有人在新密钥页面粘贴并签名，再将所得文本交回；请在 15 分钟内于“会签”页签名。',
  notSigned: {
    notGiven: '未签名，也未提交：提示已关闭或超时，或设备未能识别您的指纹、面容或 PIN。请重试。',
    notVerified: '未签名，也未提交：该设备不验证指纹、面容或 PIN。请先设置，或换用其他设备。',
    unfit: '该设备不能生成账本接受的密钥（ES256），请换用其他设备。',
    noKey: '本浏览器在此地址下没有该名称的密钥。密钥只能在生成它的地方签名；否则请生成新密钥。',
  },
};
