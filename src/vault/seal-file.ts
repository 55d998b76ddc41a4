/**
 * A file of any size sealed piece by piece, so that memory stays small and every change is noticed: a flipped bit, a
 * piece taken away, doubled or moved, an end cut off.
 *
 *     "LINDUNG BACKUP 1\n" (17) | mark of the key (8) | salt (32) | pieces
 *     piece: length of the ciphertext (4) | tag (16) | ciphertext
 *
 * Every file has a key of its own (HKDF-SHA-256 with the salt), AES-256-GCM; a piece's nonce is its number and
 * whether it is the last one. The first piece says what the file is, the others are the content, packed by gzip.
 * Works on the file at once, without giving way: for commands and for a thread of its own.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { type BackupKey, markBytes } from "./backup-key.ts";

/** How many bytes of the content are done. */
export type Progress = (bytes: number) => void;

/** Writes `to`, which must not exist yet, and waits for the disk. Throws what the system throws; half a file may stay. */
export function sealFile(
  backup: BackupKey,
  about: string,
  from: string,
  to: string,
  tell: Progress,
): void {
  const source = openSync(from, "r");
  try {
    const target = openSync(to, "wx", 0o600);
    try {
      const head = Buffer.concat([magic, backup.mark, randomBytes(saltBytes)]);
      const key = fileKey(backup, head);
      writeAll(target, head);
      const { size } = fstatSync(source);
      const buffer = Buffer.alloc(pieceBytes);
      writeAll(target, sealPiece(key, head, 0, size === 0, Buffer.from(about, "utf8")));
      for (let at = 0, number = 1; at < size; number += 1) {
        const length = readSync(source, buffer, 0, pieceBytes, at);
        if (length === 0) throw new Error(`${from} became shorter while it was read`);
        at += length;
        const packed = gzipSync(buffer.subarray(0, length), { level: 1 });
        writeAll(target, sealPiece(key, head, number, at === size, packed));
        tell(at);
      }
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

export type Opened =
  | { readonly about: string }
  | { readonly fault: "not-a-backup" | "other-key" | "damaged" };

/** Opens a sealed file into `to` (which must not exist yet), or only looks whether all of it is whole. */
export function openSealedFile(
  backup: BackupKey,
  from: string,
  to: string | undefined,
  tell: Progress,
): Opened {
  const source = openSync(from, "r");
  try {
    const head = headOf(source, backup);
    if ("fault" in head) return head;
    const target = to === undefined ? undefined : openSync(to, "wx", 0o600);
    try {
      const about = openPieces(source, fileKey(backup, head), head, (piece) => {
        if (target !== undefined) writeAll(target, piece);
        tell(piece.length);
      });
      if (target !== undefined) fsyncSync(target);
      return about === undefined ? { fault: "damaged" } : { about };
    } finally {
      if (target !== undefined) closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

/** Only what the file says it is; the content stays unread, and may be damaged. */
export function openAbout(backup: BackupKey, from: string): Opened {
  const source = openSync(from, "r");
  try {
    const head = headOf(source, backup);
    if ("fault" in head) return head;
    const sealed = pieceAt(source, headBytes);
    if (sealed === undefined) return { fault: "damaged" };
    const isLast = headBytes + 4 + sealed.length === fstatSync(source).size;
    const about = openPiece(fileKey(backup, head), head, nonceOf(0, isLast), sealed);
    return about === undefined ? { fault: "damaged" } : { about: about.toString("utf8") };
  } finally {
    closeSync(source);
  }
}

/** The bytes before the first piece. */
function headOf(source: number, backup: BackupKey) {
  const head = Buffer.alloc(headBytes);
  const isHead =
    readSync(source, head, 0, headBytes, 0) === headBytes &&
    head.subarray(0, magic.length).equals(magic);
  if (!isHead) return { fault: "not-a-backup" } as const;
  return markIn(head).equals(backup.mark) ? head : ({ fault: "other-key" } as const);
}

const magic = Buffer.from("LINDUNG BACKUP 1\n", "latin1");
const saltBytes = 32;
const headBytes = magic.length + markBytes + saltBytes;
const tagBytes = 16;
/** Of the content, before packing. */
const pieceBytes = 1 << 20;
/** Packing makes what cannot be packed a little longer. */
const mostPacked = pieceBytes + 4096;

const markIn = (head: Buffer) => head.subarray(magic.length, magic.length + markBytes);

function fileKey({ key }: BackupKey, head: Buffer): Buffer {
  const salt = head.subarray(magic.length + markBytes);
  return Buffer.from(hkdfSync("sha256", key, salt, "lindung file v1", 32));
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 0, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function sealPiece(
  key: Buffer,
  head: Buffer,
  number: number,
  isLast: boolean,
  plain: Buffer,
): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number, isLast));
  cipher.setAAD(head);
  const body = cipher.update(plain);
  cipher.final();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, cipher.getAuthTag(), body]);
}

/** The first piece as text; undefined as soon as something does not open. What was handed on by then is worthless. */
function openPieces(
  source: number,
  key: Buffer,
  head: Buffer,
  take: (piece: Buffer) => void,
): string | undefined {
  const { size } = fstatSync(source);
  let about: string | undefined;
  let at = headBytes;
  for (let number = 0; at < size; number += 1) {
    const sealed = pieceAt(source, at);
    if (sealed === undefined) return undefined;
    at += 4 + sealed.length;
    const plain = openPiece(key, head, nonceOf(number, at === size), sealed);
    if (plain === undefined) return undefined;
    if (number === 0) about = plain.toString("utf8");
    else take(gunzipSync(plain));
  }
  return about;
}

function pieceAt(source: number, at: number): Buffer | undefined {
  const length = Buffer.alloc(4);
  if (readSync(source, length, 0, 4, at) < 4) return undefined;
  const bytes = tagBytes + length.readUInt32BE();
  if (bytes > tagBytes + mostPacked) return undefined;
  const sealed = Buffer.alloc(bytes);
  return readSync(source, sealed, 0, bytes, at + 4) === bytes ? sealed : undefined;
}

function openPiece(key: Buffer, head: Buffer, nonce: Buffer, sealed: Buffer): Buffer | undefined {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(head);
  decipher.setAuthTag(sealed.subarray(0, tagBytes));
  const plain = decipher.update(sealed.subarray(tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

function writeAll(target: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at);
}
