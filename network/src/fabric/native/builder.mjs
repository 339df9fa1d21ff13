// The peers' external builder: detect, build and release for chaincode that runs as a service.
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const detect = ([, metadata]) => {
  const { type } = JSON.parse(readFileSync(join(metadata, 'metadata.json'), 'utf8'));
  return type === 'ccaas' ? 0 : 1;
};

const build = ([source, , output]) => {
  if (!existsSync(join(source, 'connection.json'))) {
    process.stderr.write('the package has no connection.json\n');
    return 1;
  }
  cpSync(source, output, { recursive: true });
  return 0;
};

const release = ([output, released]) => {
  const folder = join(released, 'chaincode', 'server');
  mkdirSync(folder, { recursive: true });
  cpSync(join(output, 'connection.json'), join(folder, 'connection.json'));
  return 0;
};

const [step, ...folders] = process.argv.slice(2);
process.exit({ detect, build, release }[step](folders));
