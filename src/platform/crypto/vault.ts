/**
 * Field encryption. Every value says which key sealed it, so keys can be changed without re-sealing the house in one
 * night: new values use the first key, old ones open as long as their key is listed.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

export interface Vault {
  /** AES-256-GCM; `purpose` is bound to the value, so a sealed name cannot be passed off as a sealed ID number. */
  seal(plain: string, purpose: string): string;
  /** Throws when the value was tampered with, sealed for another purpose, or its key is not listed. */
  open(sealed: string, purpose: string): string;
  /** Blind index (HMAC) of an already normalised value: equality look-ups on sealed columns. */
  index(value: string, purpose: string): string;
  /** 256 random bits, base64url. */
  token(): string;
  /** SHA-256 hex, for tokens and codes at rest. */
  hash(token: string): string;
  /** The same sealing for bytes (files, file keys). */
  sealBytes(plain: Uint8Array, purpose: string): Buffer;
  openBytes(sealed: Uint8Array, purpose: string): Buffer;
}

export interface DataKey {
  readonly version: number;
  readonly secret: Buffer;
}

const NONCE = 12;
const TAG = 16;

/** `v2:<base64>,v1:<base64>`: the first is the current one. Throws with a sentence that names the problem, never the key. */
export function parseDataKeys(text: string): readonly DataKey[] {
  const keys = text.split(',').map((part) => {
    const match = /^v(\d+):([A-Za-z0-9+/=_-]+)$/.exec(part.trim());
    const secret = Buffer.from(match?.[2] ?? '', 'base64');
    if (!match || secret.length !== 32)
      throw new Error(
        'each key must look like v1:<32 bytes in base64>, separated by commas, the current one first',
      );
    return { version: Number(match[1]), secret };
  });
  const versions = keys.map((key) => key.version);
  if (new Set(versions).size !== versions.length) throw new Error('each key version may appear once');
  return keys;
}

/** As a key object: from plain bytes node makes a new one for every value, which costs more than the decryption. */
const derive = (secret: Buffer, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), use, 32)));

export function createVault(dataKeys: string): Vault {
  const keys = parseDataKeys(dataKeys);
  const current = keys[0] as DataKey;
  const sealing = new Map(keys.map((key) => [key.version, derive(key.secret, 'field-encryption')]));
  // Look-ups must survive a key change, so the index key comes from the oldest key, which stays listed until re-indexed.
  const oldest = keys.reduce((a, b) => (a.version < b.version ? a : b));
  const indexing = derive(oldest.secret, 'blind-index');

  const encrypt = (plain: Uint8Array, purpose: string): Buffer => {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', sealing.get(current.version) as KeyObject, nonce);
    cipher.setAAD(Buffer.from(`v${current.version}.${purpose}`));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const decrypt = (version: number, body: Buffer, purpose: string): Buffer => {
    const key = sealing.get(version);
    if (!key) throw new Error(`sealed with key v${version}, which is not listed in DATA_KEYS`);
    if (body.length < NONCE + TAG) throw new Error('sealed value is too short');
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(`v${version}.${purpose}`));
    decipher.setAuthTag(body.subarray(-TAG));
    return Buffer.concat([decipher.update(body.subarray(NONCE, -TAG)), decipher.final()]);
  };

  return {
    seal: (plain, purpose) =>
      `v${current.version}.${encrypt(Buffer.from(plain, 'utf8'), purpose).toString('base64url')}`,
    open(sealed, purpose) {
      const match = /^v(\d+)\.([A-Za-z0-9_-]+)$/.exec(sealed);
      if (!match) throw new Error('not a sealed value');
      return decrypt(Number(match[1]), Buffer.from(match[2] as string, 'base64url'), purpose).toString(
        'utf8',
      );
    },
    index: (value, purpose) =>
      createHmac('sha256', indexing).update(`${purpose}\0${value}`).digest('base64url'),
    token: () => randomBytes(32).toString('base64url'),
    hash: (token) => createHash('sha256').update(token).digest('hex'),
    sealBytes(plain, purpose) {
      const version = Buffer.alloc(4);
      version.writeUInt32BE(current.version);
      return Buffer.concat([version, encrypt(plain, purpose)]);
    },
    openBytes(sealed, purpose) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (bytes.length < 4) throw new Error('sealed value is too short');
      return decrypt(bytes.readUInt32BE(0), bytes.subarray(4), purpose);
    },
  };
}
