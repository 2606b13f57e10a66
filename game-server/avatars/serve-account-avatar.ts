// PUT and DELETE /api/account/avatar (schema/http/avatars.ts): the picture of the account that asks.

import express, { type Request, type Response } from "express";
import type { Accounts } from "../../db/repositories/accounts.ts";
import { UserError } from "../../rooms/user-error.ts";
import { removeAvatar, uploadAvatar } from "../../schema/http/avatars.ts";
import type { AvatarFiles } from "./avatar-files.ts";
import type { MakeAvatar } from "./make-avatar.ts";
import type { CreateLimit } from "../platform/limit.ts";
import { MAX_IMAGE_BYTES } from "../http/request-guard.ts";
import type { Api } from "../http/serve.ts";

const UPLOADS_AN_HOUR = 10;
const HOUR_SECONDS = 3600;

export interface AvatarOptions {
  readonly accounts: Pick<Accounts, "change">;
  readonly files: AvatarFiles;
  readonly makeAvatar: MakeAvatar;
  readonly createLimit: CreateLimit;
}

export function serveAccountAvatar({ serve }: Api, { accounts, files, makeAvatar, createLimit }: AvatarOptions): void {
  const limit = createLimit("avatar", [[UPLOADS_AN_HOUR, HOUR_SECONDS]]);

  /** The new id is stored before the old files go: whoever asks in between finds one of the two. */
  async function change(account: { id: string; avatarId: string | null }, avatarId: string | null): Promise<void> {
    await accounts.change(account.id, { avatarId });
    if (account.avatarId !== null) await files.remove(account.avatarId);
  }

  serve(uploadAvatar, async ({ caller: { account }, request, response }) => {
    await limit.take(account.id);
    const avatarId = await files.save(await makeAvatar(await readImage(request, response)));
    try {
      await change(account, avatarId);
    } catch (error) {
      await files.remove(avatarId);
      throw error;
    }
    return { avatarId };
  });

  serve(removeAvatar, ({ caller: { account } }) => change(account, null));
}

// Only `image` matters in the type: the content itself is checked. Compressed ones could unpack to any size.
const readRaw = express.raw({ type: "image/*", limit: MAX_IMAGE_BYTES, inflate: false });

/** Reads the body, only now that the sender is known. @throws UserError when it is no image by its type */
async function readImage(request: Request, response: Response): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    readRaw(request, response, (error?: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error("the body cannot be read", { cause: error }));
    });
  });
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) throw new UserError("avatar.type", {}, 415);
  return body;
}
