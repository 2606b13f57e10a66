// Which kind of image a file is, by its first bytes: the only check before a decoder sees it.

export type ImageKind = "png" | "jpeg" | "webp" | "gif";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_SCAN = Buffer.from([0xff, 0xda]);

/** Null when it is none of the four. */
export function imageKind(bytes: Buffer): ImageKind | null {
  if (startsWith(bytes, PNG)) return "png";
  if (startsWith(bytes, JPEG)) return "jpeg";
  const head = bytes.toString("latin1", 0, 12);
  if (/^GIF8[79]a/u.test(head)) return "gif";
  // Between the two: four bytes of length, which may be any.
  return head.startsWith("RIFF") && head.endsWith("WEBP") ? "webp" : null;
}

/** How many scans a JPEG has. A file of 4 MB can make a decoder do so a hundred thousand times. */
export function jpegScans(bytes: Buffer): number {
  let scans = 0;
  // Compressed data never holds this pair, so what is found is a scan, or one of a small picture within its metadata.
  for (let at = bytes.indexOf(JPEG_SCAN); at !== -1; at = bytes.indexOf(JPEG_SCAN, at + 2)) scans++;
  return scans;
}

function startsWith(bytes: Buffer, head: Buffer): boolean {
  return bytes.subarray(0, head.length).equals(head);
}
