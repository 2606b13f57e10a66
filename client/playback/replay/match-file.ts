// A match as a file to keep: who played, when and how it ended, as a person who finds it would want to know, and the recording.
// "RALLY", a byte for the layout, then packed (deflate): the length of the header, the header as JSON, the recording's bytes.

import { ByteReader, ByteWriter, BytesFault } from "../../../pong/bytes.ts";
import { decodeRecording } from "../../../pong/recording-bytes.ts";
import { type Recording, RecordingFault } from "../../../pong/recording.ts";

/** "RALLY". */
const MAGIC = [0x52, 0x41, 0x4c, 0x4c, 0x59];
const LAYOUT = 1;
/** Even half a day of play is a smaller file. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;
/** A file may be made to unpack into no end. */
const MAX_UNPACKED_BYTES = 16 * 1024 * 1024;
const MAX_NAME = 64;

export interface MatchFile {
  /** By seat, as people read them. */
  readonly names: readonly [string, string];
  readonly points: readonly [number, number];
  /** Seat, or -1. */
  readonly winner: number;
  /** ISO 8601. */
  readonly finishedAt: string;
}

export async function writeMatchFile(about: MatchFile, recording: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const { names, points, winner, finishedAt } = about;
  const header = new TextEncoder().encode(JSON.stringify({ names, points, winner, finishedAt }));
  const length = new ByteWriter(4).varint(header.length).finish();
  const packed = new Blob([length, header, recording]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Blob([new Uint8Array([...MAGIC, LAYOUT]), await new Response(packed).arrayBuffer()]);
}

/** @throws RecordingFault `damaged` when it is no such file */
export async function readMatchFile(file: Blob): Promise<{ about: MatchFile; recording: Recording }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!MAGIC.every((byte, at) => bytes[at] === byte)) throw damaged("this is no file of a match");
  if (bytes[MAGIC.length] !== LAYOUT) throw new RecordingFault("version", "the file is of another layout");
  const unpacked = await unpack(bytes.slice(MAGIC.length + 1));
  const { header, rest } = split(unpacked);
  return { about: readHeader(header), recording: decodeRecording(rest) };
}

/** What a downloaded file is called: names and a day, in letters that every system takes. */
export function fileNameOf({ names, finishedAt }: MatchFile): string {
  const parts = [...names.map(plain), finishedAt.slice(0, 10)];
  return `rally-${parts.join("-")}.rally`;
}

function plain(name: string): string {
  return name.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "_") || "_";
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > MAX_UNPACKED_BYTES) throw damaged("the file unpacks into too much");
      chunks.push(value);
    }
  } catch (cause) {
    if (cause instanceof RecordingFault) throw cause;
    throw damaged("the file does not unpack", cause);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function split(bytes: Uint8Array): { header: unknown; rest: Uint8Array } {
  try {
    const reader = new ByteReader(bytes);
    const length = reader.varint();
    const begin = bytes.length - reader.left;
    if (length > reader.left) throw new BytesFault("the header is longer than the file");
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(begin, begin + length));
    return { header: JSON.parse(text) as unknown, rest: bytes.slice(begin + length) };
  } catch (cause) {
    throw damaged("the file has no header", cause);
  }
}

function readHeader(header: unknown): MatchFile {
  const { names, points, winner, finishedAt } = (header ?? {}) as Partial<Record<keyof MatchFile, unknown>>;
  const isSound =
    isPair(names, (name) => typeof name === "string" && name.length <= MAX_NAME) &&
    isPair(points, (count) => Number.isInteger(count) && (count as number) >= 0 && (count as number) < 1000) &&
    (winner === -1 || winner === 0 || winner === 1) &&
    typeof finishedAt === "string" &&
    finishedAt.length <= 30 &&
    !Number.isNaN(Date.parse(finishedAt));
  if (!isSound) throw damaged("the header of the file is not as it should be");
  return header as MatchFile;
}

function isPair(value: unknown, isSound: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isSound);
}

function damaged(message: string, cause?: unknown): RecordingFault {
  return new RecordingFault("damaged", message, { cause });
}
