// Actions on another player: friend, unfriend, block, invite. Each asks first where it matters; the page
// is refreshed afterwards.

import type { Friendship } from "../../../schema/http/players.ts";
import { acceptFriend, askById, block, removeFriend, unblock } from "../../../schema/http/friends.ts";
import { invite } from "../../../schema/http/tables.ts";
import { call } from "../../platform/api.ts";
import { confirm } from "../../ui/components/confirm.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { type PeopleText, t } from "./words.ts";

/** Whom it is about. */
export interface Whom {
  readonly id: string;
  readonly name: string;
}

export interface PersonAction {
  readonly words: PeopleText;
  readonly style: "primary" | "secondary" | "text";
  /** False: cancelled. */
  act(whom: Whom, left: AbortSignal): Promise<boolean>;
}

async function done(promise: Promise<unknown>): Promise<boolean> {
  await promise;
  return true;
}

export const ADD: PersonAction = {
  words: "friend.add",
  style: "primary",
  act: ({ id }) => done(call(askById, { params: { id } })),
};
export const ACCEPT: PersonAction = {
  words: "friend.accept",
  style: "primary",
  act: ({ id }) => done(call(acceptFriend, { params: { id } })),
};
export const REFUSE: PersonAction = {
  words: "friend.refuse",
  style: "secondary",
  act: ({ id }) => done(call(removeFriend, { params: { id } })),
};
export const WITHDRAW: PersonAction = {
  words: "friend.withdraw",
  style: "secondary",
  act: ({ id }) => done(call(removeFriend, { params: { id } })),
};
export const REMOVE: PersonAction = {
  words: "friend.remove",
  style: "text",
  async act({ id, name }, left) {
    const question = {
      title: t("friend.removeTitle", { name }),
      text: t("friend.removeText"),
      yes: t("friend.remove"),
      no: t("friend.keep"),
    };
    return (await confirm(question, left)) && done(call(removeFriend, { params: { id } }));
  },
};
export const BLOCK: PersonAction = {
  words: "block.block",
  style: "text",
  async act({ id, name }, left) {
    const question = {
      title: t("block.title", { name }),
      text: t("block.text", { name }),
      yes: t("block.block"),
      no: t("block.no"),
    };
    return (await confirm(question, left)) && done(call(block, { params: { id } }));
  },
};
export const UNBLOCK: PersonAction = {
  words: "block.unblock",
  style: "secondary",
  act: ({ id }) => done(call(unblock, { params: { id } })),
};

/** What can be done about a friendship in this state. */
export const FRIENDSHIP_ACTIONS: Readonly<Record<Friendship, readonly PersonAction[]>> = {
  none: [],
  asked: [WITHDRAW],
  asking: [ACCEPT, REFUSE],
  friends: [REMOVE],
};

/** Sets up a table, copies its link where the browser lets us, and goes there: the link is shown there too. */
export async function inviteToMatch(context: PageContext): Promise<void> {
  const { roomId } = await call(invite, { body: {} });
  const path = `/play/${encodeURIComponent(roomId)}`;
  await navigator.clipboard?.writeText(new URL(path, location.href).href).catch(() => undefined);
  context.go(path);
}
