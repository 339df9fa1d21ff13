/** The page that brings a phone in: root certificate first, then the app; both languages, no script. */
import type { ServerNames } from '@yaosu/identity';

/** Where the root certificate is offered. */
export const ROOT_PATH = '/yaosu-root.crt';

/** What the page says. */
export interface Pairing {
  /** Name of the root certificate, as the phone shows it. */
  readonly rootName: string;
  /** SHA-256 of the root certificate. */
  readonly fingerprint: string;
  readonly names: ServerNames;
  /** The address by which the phone is to come. */
  readonly address: string;
  readonly port: number;
  /** Picture of the link to this page, for a desk to show; a phone that is here already needs none. */
  readonly qr?: string;
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:0 auto;
padding:1.5rem}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem;margin-bottom:.25rem}
ol{margin-top:.25rem;padding-left:1.5rem}a.do{display:inline-block;padding:.6rem 1.1rem;border-radius:.4rem;
background:#0b6e4f;color:#fff;text-decoration:none}code{overflow-wrap:anywhere}img{width:16rem;background:#fff}
[lang=en]{margin-top:3rem;border-top:1px solid #8888;padding-top:1rem}`;

const page = (...parts: readonly string[]): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>药溯 Yaosu · 手机接入 · Phones</title><style>${STYLE}</style></head>
<body>${parts.join('\n')}</body>
</html>
`;

const link = (url: string): string => `<a href="${url}">${url}</a>`;

/** `.local` names are what phones resolve without a name server. */
const namedUrl = ({ names, port }: Pairing): string | undefined => {
  const name = names.dns.find((each) => each.endsWith('.local'));
  return name === undefined ? undefined : `https://${name}:${String(port)}/`;
};

const chinese = (pairing: Pairing, url: string): string => `<section lang="zh-CN">
<h1>手机接入药溯</h1>
<p>手机须与服务器在同一局域网内。首次接入请先安装并信任本服务器的根证书，之后可直接打开应用。</p>
<p>请用系统相机或浏览器扫码；微信等应用的内置浏览器无法安装证书。</p>
<h2>1. 安装并信任根证书</h2>
<p><a class="do" href="${ROOT_PATH}">下载根证书</a></p>
<p>证书名称：${pairing.rootName}<br>SHA-256 指纹：<code>${pairing.fingerprint}</code><br>信任前请与服务器终端所显示的指纹核对。</p>
<h3>iPhone、iPad</h3>
<ol><li>用 Safari 打开本页，点“下载根证书”，再点“允许”。</li>
<li>打开“设置”，点“已下载描述文件”，点“安装”，输入锁屏密码。</li>
<li>打开“设置”›“通用”›“关于本机”›“证书信任设置”，为该证书打开完全信任。</li></ol>
<h3>Android、HarmonyOS</h3>
<ol><li>点“下载根证书”，保存文件。</li>
<li>打开“设置”›“安全和隐私”›“更多安全设置”›“加密与凭据”›“安装证书”›“CA 证书”，点“仍然安装”，选择该文件。
各品牌的菜单名称略有不同，可在“设置”中搜索“证书”。</li></ol>
<h2>2. 打开应用</h2>
<p><a class="do" href="${url}m/">打开手机应用</a></p>
<p>门户：${link(url)}</p>
<p>通过 IP 地址访问时只能使用设备密钥；通行密钥（WebAuthn）须通过域名访问${namedChinese(pairing)}。</p>
<p>不再使用时，请从手机中删除该证书。</p>
</section>`;

const namedChinese = (pairing: Pairing): string => {
  const url = namedUrl(pairing);
  return url === undefined ? '' : `，例如 ${link(url)}`;
};

const english = (pairing: Pairing, url: string): string => `<section lang="en">
<h1>Yaosu on a phone</h1>
<p>The phone has to be in the same local network as the server. Once a phone: install and trust the root certificate of this
server; afterwards open the app directly.</p>
<p>Scan with the camera or the browser; browsers inside other apps cannot install certificates.</p>
<h2>1. Install and trust the root certificate</h2>
<p><a class="do" href="${ROOT_PATH}">Download the root certificate</a></p>
<p>Name: ${pairing.rootName}<br>SHA-256: <code>${pairing.fingerprint}</code><br>Before you trust it, compare it with what the
server's terminal shows.</p>
<h3>iPhone, iPad</h3>
<ol><li>Open this page in Safari, tap “Download the root certificate”, then “Allow”.</li>
<li>Open Settings, tap “Profile Downloaded”, tap “Install”, enter the passcode.</li>
<li>Settings › General › About › Certificate Trust Settings: turn on full trust for this certificate.</li></ol>
<h3>Android</h3>
<ol><li>Tap “Download the root certificate” and keep the file.</li>
<li>Settings › Security &amp; privacy › More security settings › Encryption &amp; credentials › Install a certificate › CA
certificate › “Install anyway”, and choose the file. Menus differ by maker; search the settings for “certificate”.</li></ol>
<h2>2. Open the app</h2>
<p><a class="do" href="${url}m/">Open the phone app</a></p>
<p>Portal: ${link(url)}</p>
<p>Under an IP address there are device keys only; passkeys (WebAuthn) need a name${namedEnglish(pairing)}.</p>
<p>Remove the certificate from the phone when it is no longer used.</p>
</section>`;

const namedEnglish = (pairing: Pairing): string => {
  const url = namedUrl(pairing);
  return url === undefined ? '' : `, such as ${link(url)}`;
};

/** The page of a server that phones reach. */
export const pairPage = (pairing: Pairing): string => {
  const url = `https://${pairing.address}:${String(pairing.port)}/`;
  const { qr } = pairing;
  const picture = qr === undefined ? [] : [`<p><img src="${qr}" alt="二维码 QR code"></p>`];
  return page(...picture, chinese(pairing, url), english(pairing, url));
};

/** The page of a server that only its own machine reaches. */
export const loopbackPage = (): string =>
  page(
    `<section lang="zh-CN"><h1>手机接入药溯</h1>
<p>服务器目前只接受本机访问。如需手机接入，请停止后以 <code>npm start -- --lan</code> 重新启动。</p></section>`,
    `<section lang="en"><h1>Yaosu on a phone</h1>
<p>This server is reached from its own machine only. To let phones in, stop it and start it again with
<code>npm start -- --lan</code>.</p></section>`,
  );
