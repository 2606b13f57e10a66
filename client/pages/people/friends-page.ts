// The page of friends: who is here, who asks and is asked, who is blocked, and how to ask somebody. How it looks: friends-view.ts.

import { html, render } from "lit/html.js";
import { askByLogin, askFriends, type FriendsReply, type ListedPlayer } from "../../../schema/http/friends.ts";
import { tidyLogin } from "../../../schema/credentials.ts";
import type { People } from "../../../schema/messages/people.ts";
import { Action } from "../../platform/action.ts";
import { call } from "../../platform/api.ts";
import { frame, panelPage } from "../../ui/components/frame.ts";
import type { PageContext } from "../../platform/page-context.ts";
import type { PersonAction } from "./actions.ts";
import { friendsView } from "./friends-view.ts";
import type { LivePeople, PeopleListener } from "../../platform/live-people.ts";
import { t } from "./words.ts";

/** @param people live status and friend requests */
export async function openFriends(context: PageContext, people: LivePeople): Promise<void> {
  const visitor = await context.visitor.load();
  if (context.left.aborted) return;
  if (visitor?.kind !== "account") return showStranger(context);
  const page = new FriendsPage(context, await call(askFriends));
  page.show();
  context.announce(t("common:title.page", { page: t("friends.title") }));
  people.follow([], page, context.left);
}

function showStranger(context: PageContext): void {
  const to = `?to=${encodeURIComponent("/friends")}`;
  render(
    panelPage(
      html`<h1>${t("friends.needAccount")}</h1>
        <p>${t("friends.needAccountText")}</p>
        <div class="actions">
          <a class="btn btn-primary" href="/sign-up${to}">${t("friends.signUp")}</a>
          <a class="btn btn-secondary" href="/sign-in${to}">${t("friends.signIn")}</a>
        </div>`,
    ),
    context.root,
  );
  context.announce(t("common:title.page", { page: t("friends.title") }));
}

class FriendsPage implements PeopleListener {
  readonly #context: PageContext;
  readonly #action: Action;
  #lists: FriendsReply;
  #login = "";
  /** What came of the last request, in words. */
  #said = "";

  constructor(context: PageContext, lists: FriendsReply) {
    this.#context = context;
    this.#action = new Action(() => this.show(), { fail: (error) => context.fail(error) });
    this.#lists = lists;
  }

  show(): void {
    if (this.#context.left.aborted) return;
    this.#context.visitor.setFriendRequests(this.#lists.incoming.length);
    render(
      frame(
        friendsView({
          lists: this.#lists,
          login: this.#login,
          busy: this.#action.isBusy,
          said: this.#said,
          trouble: this.#action.trouble,
          type: (login) => {
            this.#login = login;
            this.#said = "";
            this.show();
          },
          ask: () => void this.#attempt(() => this.#ask()),
          act: (action, whom) => void this.#attempt(() => this.#do(action, whom)),
        }),
      ),
      this.#context.root,
    );
  }

  /** Live: some of them have come or gone. */
  hearPeople(people: People): void {
    const seen = new Map(people.map((one) => [one.id, one]));
    const friends = this.#lists.friends.map((friend) => ({ ...friend, ...seen.get(friend.id) }));
    this.#lists = { ...this.#lists, friends };
    this.show();
  }

  /** Live: somebody asks, accepts, or is a friend no more. */
  hearFriends(lists: FriendsReply): void {
    this.#lists = lists;
    this.show();
  }

  async #ask(): Promise<void> {
    const login = tidyLogin(this.#login);
    if (login === "") return;
    const { friendship } = await call(askByLogin, { body: { login } });
    await this.#reload();
    this.#login = "";
    this.#said = t(friendship === "friends" ? "friends.already" : "friends.asked", { login });
  }

  async #do(action: PersonAction, whom: ListedPlayer): Promise<void> {
    if (await action.act(whom, this.#context.left)) await this.#reload();
  }

  async #reload(): Promise<void> {
    this.#lists = await call(askFriends);
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    if (!this.#action.isBusy) this.#said = "";
    await this.#action.run(act);
  }
}
