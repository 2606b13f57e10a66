// Makes the pictures of an avatar from an uploaded file: everything is decoded and re-encoded, so nothing of the
// file itself (place and camera, trailing bytes, a script) ever reaches anybody. Kept by avatar-files.ts.

import sharp, { type OutputInfo } from "sharp";
import { UserError } from "../../rooms/user-error.ts";
import { AVATAR_SIZES, type AvatarSize, MAX_AVATAR_BYTES } from "../../schema/profile.ts";
import { type ImageKind, imageKind, jpegScans } from "./image-kind.ts";
import { Turns } from "../platform/turns.ts";

/** One WebP picture for each size. */
export type AvatarPictures = Readonly<Record<AvatarSize, Buffer>>;

/** @throws UserError avatar.type, avatar.tooLarge, avatar.tooManyPixels, avatar.broken; tooMany when too many are being processed */
export type MakeAvatar = (bytes: Buffer) => Promise<AvatarPictures>;

/** A phone's picture has 12 to 24 million; each takes up to 4 bytes while it is decoded. */
const MAX_PIXELS = 25_000_000;
/** A progressive JPEG has about ten. */
const MAX_SCANS = 100;
const MAX_SECONDS = 10;
const QUALITY = 82;
/** Pictures decoded at once, and files of up to 4 MB that wait for it. */
const AT_ONCE = 2;
const MOST_WAITING = 24;

const LARGEST: AvatarSize = 512;

/** libvips's names of the decoders for each kind; all others are switched off. */
const DECODERS: Readonly<Record<ImageKind, string>> = {
  png: "VipsForeignLoadPngBuffer",
  jpeg: "VipsForeignLoadJpegBuffer",
  webp: "VipsForeignLoadWebpBuffer",
  gif: "VipsForeignLoadNsgifBuffer",
};

/** Call once per process: it counts how many are waiting. */
export function createMakeAvatar(): MakeAvatar {
  lockDownSharp();
  const turns = new Turns(AT_ONCE, MOST_WAITING);
  return async (bytes) => {
    if (bytes.length > MAX_AVATAR_BYTES) throw new UserError("avatar.tooLarge", {}, 413);
    const kind = imageKind(bytes);
    if (kind === null) throw new UserError("avatar.type", {}, 415);
    if (kind === "jpeg" && jpegScans(bytes) > MAX_SCANS) throw new UserError("avatar.broken", {}, 422);
    return turns.take(() => make(bytes, kind));
  };
}

/** SVG, PDF and two dozen others are decoded by default: all are switched off, then the four are switched on. */
function lockDownSharp(): void {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: Object.values(DECODERS) });
  sharp.cache(false);
  // Threads for one picture.
  sharp.concurrency(1);
}

async function make(bytes: Buffer, kind: ImageKind): Promise<AvatarPictures> {
  const { data, info } = await decode(bytes, kind);
  const pictures = await Promise.all(
    AVATAR_SIZES.map(async (size) => {
      const picture = sharp(data, { raw: info }).resize(size, size).webp({ quality: QUALITY });
      return [size, await picture.toBuffer()] as const;
    }),
  );
  return Object.fromEntries(pictures) as unknown as AvatarPictures;
}

/** The upright, square picture of the largest size as bare pixels: the file is decoded once, whatever is made of it. */
async function decode(bytes: Buffer, kind: ImageKind): Promise<{ data: Buffer; info: RawInfo }> {
  try {
    // Of an animation the first picture. `error`: cut-off files fail, small blemishes that cameras leave don't.
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1 });
    // Only the header: refuses too many pixels, and files that are not what they begin like.
    const { format } = await image.metadata();
    if (format !== kind) throw new UserError("avatar.broken", {}, 422);
    const square = image.autoOrient().resize(LARGEST, LARGEST, { fit: "cover" }).timeout({ seconds: MAX_SECONDS });
    const { data, info } = await square.raw().toBuffer({ resolveWithObject: true });
    return { data, info: rawInfo(info) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const isTooMany = error instanceof Error && error.message.includes("exceeds pixel limit");
    throw new UserError(isTooMany ? "avatar.tooManyPixels" : "avatar.broken", {}, 422);
  }
}

type RawInfo = Pick<OutputInfo, "width" | "height" | "channels">;

function rawInfo({ width, height, channels }: OutputInfo): RawInfo {
  return { width, height, channels };
}
