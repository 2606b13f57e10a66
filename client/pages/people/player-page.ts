// A player's page: who they are, what they have played, and what the visitor can do about them.

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { type AchievementsReply, askAchievements } from "../../../schema/http/achievements.ts";
import type { PlayerReply } from "../../../schema/http/players.ts";
import { askRatings, type RatingOfMode } from "../../../schema/http/ratings.ts";
import type { People } from "../../../schema/messages/people.ts";
import { achievementList } from "../../ui/achievements/list.ts";
import { Action, attempt } from "../../platform/action.ts";
import { call } from "../../platform/api.ts";
import { frame } from "../../ui/components/frame.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { type PersonAction, inviteToMatch } from "./actions.ts";
import type { LivePeople, PeopleListener } from "../../platform/live-people.ts";
import { PlayedHistory } from "./played-history.ts";
import { playerCard } from "./player-view.ts";
import { standingView } from "./standing-view.ts";
import { t } from "./words.ts";
import { askWhoever, findPlayer } from "../../ui/players/player-address.ts";

/** @param people live status */
export async function openPlayer(context: PageContext, people: LivePeople): Promise<void> {
  const [visitor, player] = await Promise.all([
    context.visitor.load(),
    findPlayer(context, (login) => `/player/${login}`),
  ]);
  if (player === null) return;
  const page = new PlayerPage(context, player, visitor?.kind === "account");
  page.show();
  context.announce(t("common:title.page", { page: t("player.title", { name: player.name, login: player.login }) }));
  if (visitor?.kind === "account") people.follow([player.id], page, context.left);
  await Promise.all([page.load(), page.moderate(visitor?.role ?? "guest")]);
}

class PlayerPage implements PeopleListener {
  readonly #context: PageContext;
  readonly #action: Action;
  readonly #hasAccount: boolean;
  #player: PlayerReply;
  #ratings: readonly RatingOfMode[] = [];
  /** Null: not known yet, or not to be seen. */
  #achievements: AchievementsReply["achievements"] | null = null;
  readonly #history: PlayedHistory;
  #moderation: TemplateResult | typeof nothing = nothing;

  constructor(context: PageContext, player: PlayerReply, hasAccount: boolean) {
    this.#context = context;
    this.#action = new Action(() => this.show(), { fail: (error) => context.fail(error) });
    this.#player = player;
    this.#hasAccount = hasAccount;
    this.#history = new PlayedHistory(context, player, () => this.show());
  }

  async load(): Promise<void> {
    await Promise.all([this.#history.load(), this.#loadRatings(), this.#loadAchievements()]);
  }

  show(): void {
    if (this.#context.left.aborted) return;
    const card = playerCard({
      player: this.#player,
      hasAccount: this.#hasAccount,
      busy: this.#action.isBusy,
      trouble: this.#action.trouble,
      act: (action) => void this.#do(action),
      invite: () => void this.#action.run(() => inviteToMatch(this.#context)),
    });
    render(
      frame(
        html`<div class="person-page">
          ${card} ${standingView(this.#ratings)}
          ${this.#achievements === null ? nothing : achievementList(this.#achievements)} ${this.#history.view()}
          ${this.#moderation}
        </div>`,
      ),
      this.#context.root,
    );
  }

  /** Live: they have come or gone, or may be seen no longer. */
  hearPeople(people: People): void {
    const seen = people.find(({ id }) => id === this.#player.id);
    if (seen === undefined) return;
    this.#player = { ...this.#player, status: seen.status, lastSeenAt: seen.lastSeenAt };
    this.show();
  }

  /** Live: something may have changed between the visitor and them. */
  hearFriends(): void {
    // A server that is away shows when it is needed.
    this.#reload().catch(() => undefined);
  }

  /** What moderators see is loaded for them alone. */
  async moderate(role: string): Promise<void> {
    if (role !== "moderator" && role !== "admin") return;
    const { ModerationPanel } = await import(/* webpackChunkName: "moderation" */ "./moderation-panel.ts");
    const panel = new ModerationPanel(role, this.#context.left, {
      player: () => this.#player,
      show: (view) => {
        this.#moderation = view;
        this.show();
      },
      reload: () => this.#reload(),
    });
    panel.show();
  }

  async #loadRatings(): Promise<void> {
    this.#ratings = (await call(askRatings, { params: { login: this.#player.login } })).ratings;
    this.show();
  }

  async #loadAchievements(): Promise<void> {
    // Visitors who may not see the matches do not see this either.
    if (this.#player.record === null) return;
    const ask = async (): Promise<void> => {
      this.#achievements = (await call(askAchievements, { params: { login: this.#player.login } })).achievements;
    };
    // Whoever is refused them all the same sees a page without.
    await attempt(ask, { fail: (error) => this.#context.fail(error) });
    this.show();
  }

  async #do(action: PersonAction): Promise<void> {
    await this.#action.run(async () => {
      if (await action.act(this.#player, this.#context.left)) await this.#reload();
    });
  }

  async #reload(): Promise<void> {
    const player = await askWhoever(this.#player.login);
    if (player === null) return this.#context.reopen();
    this.#player = player;
    this.show();
  }
}
