// Reads a file that was chosen, dropped or pasted as a picture, and says at once what is wrong with it.

import { AVATAR_TYPES, MAX_AVATAR_BYTES } from "../../../schema/avatars.ts";
import type { TextKey } from "../../platform/i18n/translate.ts";

const TYPES: readonly string[] = AVATAR_TYPES;

/** What is wrong with a file, null when nothing that can be seen from outside. */
export function faultOf(file: Pick<File, "type" | "size">): TextKey | null {
  if (!TYPES.includes(file.type)) return "avatar.type";
  return file.size > MAX_AVATAR_BYTES ? "avatar.tooLarge" : null;
}

/** Upright, as the camera meant it; of an animation the first picture. Null when it cannot be read. */
export async function readPicture(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
}
