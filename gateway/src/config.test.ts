import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { maySignInAsDemo, parseConfig, withOptions } from './config.js';

describe('configuration', () => {
  it('needs nothing', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', ledger: 'embedded', demo: true });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('says everything that is wrong at once', () => {
    const parse = (): unknown => parseConfig({ PORT: 'x', DATABASE_URL: 'mysql://x', LEDGER: 'paper' });
    expect(parse).toThrow(/PORT[\s\S]*LEDGER[\s\S]*DATABASE_URL/);
  });

  it('takes a Fabric network by its connection profile', () => {
    const profile = '/srv/yaosu/profile.json';
    expect(parseConfig({ LEDGER: 'fabric', FABRIC_PROFILE: profile })).toMatchObject({
      ledger: 'fabric',
      fabricProfile: profile,
    });
    expect(parseConfig({ LEDGER: 'fabric' })).toMatchObject({
      fabricProfile: resolve('data-network/profiles/all.json'),
    });
    expect(parseConfig({ FABRIC_PROFILE: profile })).not.toHaveProperty('fabricProfile');
  });

  it('takes prefixes of identifiers, each of one enterprise, and the secondary node', () => {
    const prefixes = '88.608.8889=anhe-pharma, 88.1021.150=ruikang-pharma';
    const node = { YAOSU_SECONDARY_NODE: 'https://node.example/', YAOSU_SECONDARY_NODE_TOKEN: 'secret' };
    expect(parseConfig({ YAOSU_IDENTIFIER_PREFIXES: prefixes, ...node })).toMatchObject({
      identifierPrefixes: { '88.608.8889': 'anhe-pharma', '88.1021.150': 'ruikang-pharma' },
      secondaryNode: { url: 'https://node.example', token: 'secret' },
    });
    expect(parseConfig({})).toMatchObject({ identifierPrefixes: {} });
    for (const wrong of [
      '88.608=anhe-pharma',
      '86.1.2=anhe-pharma',
      '88.1.2',
      '88.1.2=a,88.1.2=b',
      '88.1.2=A B',
    ])
      expect(() => parseConfig({ YAOSU_IDENTIFIER_PREFIXES: wrong })).toThrow(/YAOSU_IDENTIFIER_PREFIXES/);
  });

  it('lets in this machine only, unless it is told otherwise', () => {
    const lan = parseConfig(withOptions(['--lan', '--port', '9000'], {}));
    expect(lan).toMatchObject({ lan: true, host: '0.0.0.0', port: 9000 });
    expect(parseConfig({})).toMatchObject({ lan: false, host: '127.0.0.1' });
    const hosts = ['127.0.0.1', 'localhost', '::1', '0.0.0.0', '192.168.1.5'];
    expect(hosts.filter((host) => maySignInAsDemo({ lan: false, host }))).toEqual(hosts.slice(0, 3));
    expect(() => parseConfig(withOptions(['--lan'], { HOST: '10.0.0.7' }))).toThrow(/HOST: leave it out/);
    expect(() => withOptions(['lan'], {})).toThrow(/command line/);
  });
});
