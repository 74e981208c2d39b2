import { generateKeyPairSync, randomBytes } from 'crypto';
import { writeFileSync } from 'fs';
import { join } from 'path';

/** What a control plane needs beside the certificate for its address, which kube-apiserver makes for itself. */
export interface Credentials {
  /** Of a user who may do everything. */
  readonly token: string;
  readonly tokenFile: string;
  /** Signs the tokens of service accounts. */
  readonly keyFile: string;
}

export function writeCredentials(folder: string): Credentials {
  const token = randomBytes(16).toString('hex');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [tokenFile, keyFile] = [join(folder, 'tokens.csv'), join(folder, 'service-accounts.key')];
  writeFileSync(tokenFile, `${token},admin,admin,"system:masters"\n`, { mode: 0o600 });
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  return { token, tokenFile, keyFile };
}
