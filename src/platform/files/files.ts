/** Documents on disk, encrypted: a key of its own per file, wrapped by the master key and stored in front of the bytes. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Vault } from '../crypto/vault.ts';

export interface StoredBytes {
  readonly key: string;
  /** Of the plain bytes, hex. */
  readonly sha256: string;
  readonly size: number;
}
export interface FileStore {
  /** Resolves once the bytes are safely on disk. */
  put(bytes: Uint8Array): Promise<StoredBytes>;
  /** Throws when the file is missing or was tampered with. */
  get(key: string): Promise<Uint8Array>;
  remove(key: string): Promise<void>;
}

const MAGIC = Buffer.from('CBF1');
const NONCE = 12;
const TAG = 16;

export function diskFiles(folder: string, vault: Vault): FileStore {
  const placeOf = (key: string): string => {
    if (!/^[A-Za-z0-9_-]{32}$/.test(key)) throw new Error('not a file key');
    return path.join(folder, key.slice(0, 2), key);
  };
  return {
    async put(bytes) {
      const key = randomBytes(24).toString('base64url');
      const place = placeOf(key);
      const secret = randomBytes(32);
      const wrapped = vault.sealBytes(secret, `file:${key}`);
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      cipher.setAAD(Buffer.from(key));
      const length = Buffer.alloc(2);
      length.writeUInt16BE(wrapped.length);
      const sealed = Buffer.concat([
        MAGIC,
        length,
        wrapped,
        nonce,
        cipher.update(bytes),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      await mkdir(path.dirname(place), { recursive: true });
      // Half a file under its final name would look like a whole one after a power cut.
      const temporary = `${place}.new`;
      const handle = await open(temporary, 'wx', 0o600);
      try {
        await handle.writeFile(sealed);
        await handle.sync();
      } catch (error) {
        await handle.close();
        // A full disk must not be filled further by what could not be kept.
        await rm(temporary, { force: true });
        throw error;
      }
      await handle.close();
      await rename(temporary, place);
      const directory = await open(path.dirname(place), 'r');
      await directory.sync().catch(() => undefined);
      await directory.close();
      return { key, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength };
    },
    async get(key) {
      const sealed = await readFile(placeOf(key));
      if (!sealed.subarray(0, 4).equals(MAGIC)) throw new Error('not a stored file');
      const start = 6 + sealed.readUInt16BE(4);
      const secret = vault.openBytes(sealed.subarray(6, start), `file:${key}`);
      const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(start, start + NONCE), {
        authTagLength: TAG,
      });
      decipher.setAAD(Buffer.from(key));
      decipher.setAuthTag(sealed.subarray(-TAG));
      return Buffer.concat([decipher.update(sealed.subarray(start + NONCE, -TAG)), decipher.final()]);
    },
    async remove(key) {
      await rm(placeOf(key), { force: true });
    },
  };
}
