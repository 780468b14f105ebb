// Signed texts of Countenance against other people's code: `jose` for Ed25519 and ES256, `@noble/post-quantum` for ML-DSA-65.
//
//   node interop.mjs write DIR    writes a text and its public key for each algorithm, for Countenance to verify
//   node interop.mjs verify DIR   verifies what Countenance wrote there, and refuses every change of it

import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ml_dsa65 } from '@noble/post-quantum/ml-dsa.js';
import { CompactSign, calculateJwkThumbprint, compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose';

const TYP = 'likeness-grant+jwt';
const CLAIMS = { v: 1, said: 'a face may be shown' };
const encode = (bytes) => Buffer.from(bytes).toString('base64url');
const decode = (text) => new Uint8Array(Buffer.from(text, 'base64url'));
const utf8 = (text) => new TextEncoder().encode(text);

const ofJose = (alg) => ({
  alg,
  async sign() {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    const jwk = { ...(await exportJWK(publicKey)), alg };
    const header = { alg, kid: await calculateJwkThumbprint(jwk), typ: TYP };
    return { jwk, jws: await new CompactSign(utf8(JSON.stringify(CLAIMS))).setProtectedHeader(header).sign(privateKey) };
  },
  async verify(jws, jwk) {
    return (await compactVerify(jws, await importJWK(jwk, alg), { algorithms: [alg] })).payload;
  },
});

const ofNoble = {
  alg: 'ML-DSA-65',
  async sign() {
    const { publicKey, secretKey } = ml_dsa65.keygen();
    const jwk = { kty: 'AKP', pub: encode(publicKey), alg: this.alg };
    const header = { alg: this.alg, kid: await calculateJwkThumbprint(jwk), typ: TYP };
    const input = `${encode(utf8(JSON.stringify(header)))}.${encode(utf8(JSON.stringify(CLAIMS)))}`;
    return { jwk, jws: `${input}.${encode(ml_dsa65.sign(utf8(input), secretKey))}` };
  },
  async verify(jws, jwk) {
    const [header, payload, signature] = jws.split('.');
    ok(ml_dsa65.verify(decode(signature), utf8(`${header}.${payload}`), decode(jwk.pub)), 'signature');
    return decode(payload);
  },
};

const implementations = [ofJose('Ed25519'), ofJose('ES256'), ofNoble];

async function write(directory) {
  for (const each of implementations) {
    const { jwk, jws } = await each.sign();
    writeFileSync(join(directory, `${each.alg}.jws`), `${jws}\n`);
    writeFileSync(join(directory, `${each.alg}.jwk.json`), `${JSON.stringify(jwk)}\n`);
  }
}

async function verify(directory) {
  for (const each of implementations) {
    const jws = readFileSync(join(directory, `ours-${each.alg}.jws`), 'utf8').trim();
    const jwk = JSON.parse(readFileSync(join(directory, `ours-${each.alg}.jwk.json`), 'utf8'));
    const header = JSON.parse(Buffer.from(jws.split('.')[0], 'base64url').toString());
    deepStrictEqual(Object.keys(header), ['alg', 'kid', 'typ']);
    strictEqual(header.alg, each.alg);
    strictEqual(header.kid, await calculateJwkThumbprint(jwk));
    strictEqual(header.typ, TYP);
    deepStrictEqual(JSON.parse(Buffer.from(await each.verify(jws, jwk)).toString()), CLAIMS);
    for (const part of [1, 2]) {
      const parts = jws.split('.');
      parts[part] = (parts[part][0] === 'A' ? 'B' : 'A') + parts[part].slice(1);
      await rejects(async () => each.verify(parts.join('.'), jwk), `a change of part ${part}`);
    }
    console.log(`${each.alg}: verified, and refused when changed`);
  }
}

const [, , what, directory] = process.argv;
await { write, verify }[what](directory);
