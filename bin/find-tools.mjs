// Servers and browsers that some suites need: where they are on this machine, '' where they are not.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (...names) => {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return '';
};

const debianPostgres = () => {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return '';
  const found = readdirSync(base)
    .map((version) => join(base, version, 'bin', 'postgres'))
    .filter((file) => existsSync(file));
  return found.at(-1) ?? '';
};

/** Name of the tool → path of its command, '' when it is not here. */
export const findTools = () => ({
  chromium: onPath('chromium', 'chromium-browser', 'google-chrome'),
  postgres: debianPostgres(),
  redis: onPath('redis-server'),
  fabric: process.env.FABRIC_BIN ?? (onPath('orderer') === '' ? '' : onPath('peer')),
});
