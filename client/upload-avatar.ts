// Sends a picture of oneself to the server, and has it removed. What goes wrong is told as by api.ts.

import type { AvatarReply } from "../schema/http/avatars.ts";
import type { Problem } from "../schema/http/problem.ts";
import { Refused, Unreachable } from "./api.ts";

const PATH = "/api/account/avatar";

/**
 * Answers the new avatar's id. With XMLHttpRequest, which can say how far it is.
 * @param progress called with the share that is sent, 0 to 1 @throws Refused, Unreachable
 */
export function uploadAvatar(picture: Blob, progress: (share: number) => void): Promise<string> {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total));
    request.addEventListener("error", () => reject(new Unreachable()));
    request.addEventListener("load", () => {
      const reply = request.response as (Partial<AvatarReply> & Partial<Problem>) | null;
      if (request.status === 200 && reply?.avatarId !== undefined) resolve(reply.avatarId);
      else reject(refusal(request.status, reply));
    });
    request.open("PUT", PATH);
    request.responseType = "json";
    request.setRequestHeader("content-type", picture.type);
    request.send(picture);
  });
}

/** @throws Refused, Unreachable */
export async function removeAvatar(): Promise<void> {
  const response = await fetch(PATH, { method: "DELETE" }).catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  if (!response.ok)
    throw refusal(response.status, (await response.json().catch(() => null)) as Partial<Problem> | null);
}

function refusal(status: number, reply: Partial<Problem> | null): Error {
  // A proxy whose server is away.
  if (status >= 502 && status <= 504) return new Unreachable();
  return new Refused(reply?.error?.code ?? "bug", reply?.error?.values);
}
