// What moderators and admins can do to an account, on its player's page. Loaded for them alone.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { PlayerReply } from "../../../schema/http/players.ts";
import { ROLES, type Role } from "../../../contract/people.ts";
import { MAX_BAN_REASON_LENGTH } from "../../../schema/profile.ts";
import { ban, setRole, unban } from "../../../schema/http/moderation.ts";
import { Action } from "../../platform/action.ts";
import { call } from "../../platform/api.ts";
import { confirm } from "../../ui/components/confirm.ts";
import { dayText } from "../../platform/i18n/formats.ts";
import { ROLE_WORDS } from "./match-words.ts";
import { type PeopleText, t } from "./words.ts";

const TIMES: readonly (readonly [hours: number, words: PeopleText])[] = [
  [1, "moderation.hour"],
  [24, "moderation.day"],
  [24 * 7, "moderation.week"],
  [24 * 30, "moderation.month"],
  [24 * 365, "moderation.year"],
];

export interface ModerationOptions {
  readonly player: () => PlayerReply;
  readonly show: (view: TemplateResult) => void;
  readonly reload: () => Promise<void>;
}

export class ModerationPanel {
  readonly #by: Role;
  readonly #left: AbortSignal;
  readonly #options: ModerationOptions;
  readonly #action = new Action(() => this.show(), { unreachable: () => t("common:unreachable.title") });
  #said = "";

  constructor(by: Role, left: AbortSignal, options: ModerationOptions) {
    this.#by = by;
    this.#left = left;
    this.#options = options;
  }

  show(): void {
    const player = this.#options.player();
    if (player.isSelf) return;
    this.#options.show(
      html`<section class="panel person-moderation" aria-labelledby="moderation">
        <h2 id="moderation">${t("moderation.title")}</h2>
        ${player.bannedUntil === null ? this.#banForm() : this.#banned(player.bannedUntil)}
        ${this.#by === "admin" ? this.#roleForm(player) : nothing}
        <p class="quiet" role="status">${this.#said}</p>
        <p class="trouble" role="alert">${this.#action.trouble}</p>
      </section>`,
    );
  }

  #banForm(): TemplateResult {
    return html`<form @submit=${this.#ban}>
      <div class="field">
        <label class="form-label" for="ban-hours">${t("moderation.hours")}</label>
        <select class="form-control" id="ban-hours" name="hours">
          ${TIMES.map(([hours, words]) => html`<option value=${hours}>${t(words)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label class="form-label" for="ban-reason">${t("moderation.reason")}</label>
        <input class="form-control" id="ban-reason" name="reason" required maxlength=${MAX_BAN_REASON_LENGTH} />
      </div>
      <button class="btn btn-danger" type="submit" ?disabled=${this.#action.isBusy}>${t("moderation.ban")}</button>
    </form>`;
  }

  #banned(until: string): TemplateResult {
    return html`<p>${t("player.bannedUntil", { date: dayText(until) })}</p>
      <button class="btn btn-secondary" type="button" ?disabled=${this.#action.isBusy} @click=${this.#unban}>
        ${t("moderation.unban")}
      </button>`;
  }

  #roleForm({ role }: PlayerReply): TemplateResult {
    return html`<form @submit=${this.#setRole}>
      <div class="field">
        <label class="form-label" for="role">${t("moderation.role")}</label>
        <select class="form-control" id="role" name="role">
          ${ROLES.map((one) => html`<option value=${one} ?selected=${one === role}>${t(ROLE_WORDS[one])}</option>`)}
        </select>
      </div>
      <button class="btn btn-secondary" type="submit" ?disabled=${this.#action.isBusy}>
        ${t("moderation.setRole")}
      </button>
    </form>`;
  }

  readonly #ban = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const body = { hours: Number(form.get("hours")), reason: form.get("reason") as string };
    const { login, name } = this.#options.player();
    void this.#attempt(async () => {
      const question = {
        title: t("moderation.banTitle", { name }),
        text: t("moderation.banText"),
        yes: t("moderation.ban"),
        no: t("moderation.no"),
      };
      if (!(await confirm(question, this.#left))) return false;
      await call(ban, { params: { login }, body });
      return true;
    });
  };

  readonly #unban = (): void =>
    void this.#attempt(async () => {
      await call(unban, { params: { login: this.#options.player().login } });
      return true;
    });

  readonly #setRole = (event: SubmitEvent): void => {
    event.preventDefault();
    const role = new FormData(event.target as HTMLFormElement).get("role") as Role;
    void this.#attempt(async () => {
      await call(setRole, { params: { login: this.#options.player().login }, body: { role } });
      return true;
    });
  };

  /** @param act returns whether anything was done */
  async #attempt(act: () => Promise<boolean>): Promise<void> {
    if (!this.#action.isBusy) this.#said = "";
    await this.#action.run(async () => {
      if (!(await act())) return;
      await this.#options.reload();
      this.#said = t("moderation.done");
    });
  }
}
