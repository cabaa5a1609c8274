import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who may sign in at the test's broker. */
export const USER = 'churnwatch';
export const PASSWORD = 'a secret of this test';

/** Files of a broker and of those who talk to it. */
export interface Secrets {
  /** The broker's certificate, which is its own authority; its reader shows the same one where one is asked for. */
  certificate: string;
  key: string;
  /** Both in one, as the broker wants them. */
  keystore: string;
  password: string;
  wrongPassword: string;
}

/** @returns why no certificate can be made here; undefined when one can */
export function whyNoSecrets(): string | undefined {
  return spawnSync('openssl', ['version']).status === 0 ? undefined : 'openssl is not installed';
}

/** Makes a certificate for this machine, and files with passwords. @throws Error with what openssl said */
export function makeSecrets(folder: string): Secrets {
  const at = (name: string): string => join(folder, name);
  const made = {
    certificate: at('certificate.pem'),
    key: at('key.pem'),
    keystore: at('keystore.pem'),
    password: at('password'),
    wrongPassword: at('wrong-password'),
  };
  const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const { status, stderr } = spawnSync('openssl', [...asked, ...names, '-keyout', made.key, '-out', made.certificate], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`No certificate could be made: ${stderr}`);
  writeFileSync(made.keystore, readFileSync(made.key, 'utf8') + readFileSync(made.certificate, 'utf8'));
  writeFileSync(made.password, `${PASSWORD}\n`);
  writeFileSync(made.wrongPassword, 'another one\n');
  return made;
}
