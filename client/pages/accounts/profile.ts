// What others see of the account: the picture, a few words, the country.

import { html, type TemplateResult } from "lit/html.js";
import { MAX_ABOUT_LENGTH } from "../../../schema/profile.ts";
import { changeProfile } from "../../../schema/http/account.ts";
import { removeAvatar } from "../../../schema/http/avatars.ts";
import { call } from "../../platform/api.ts";
import { openAvatarCropper } from "../../ui/pictures/avatar-cropper.ts";
import { sendAvatar } from "./upload-avatar.ts";
import { countries } from "../../platform/i18n/countries.ts";
import { type AccountContext, type Section, ActionStatus } from "./section.ts";
import { t } from "./words.ts";

export class ProfileSection implements Section {
  readonly id = "profile";
  readonly title = "profile.title";
  readonly #context: AccountContext;
  readonly #status: ActionStatus;
  /** Filled by the choosing of a picture, and moved from one showing to the next. */
  readonly #picture = document.createElement("div");
  #about: string;
  #country: string;
  #isBusy = false;

  constructor(context: AccountContext) {
    this.#context = context;
    this.#status = new ActionStatus(context);
    const account = context.account();
    this.#about = account.about;
    this.#country = account.country ?? "";
    this.#picture.className = "profile-picture";
    openAvatarCropper({
      root: this.#picture,
      player: account,
      left: context.page.left,
      upload: sendAvatar,
      remove: () => call(removeAvatar),
      changed: (avatarId) => context.changed({ ...context.account(), avatarId }),
    });
  }

  view(): TemplateResult {
    const { login } = this.#context.account();
    return html`<p class="quiet">
        ${t("profile.public")} <a href="/player/${encodeURIComponent(login)}">/player/${login}</a>
      </p>
      ${this.#picture}
      <form @submit=${(event: Event) => this.#save(event)}>
        ${this.#aboutField()} ${this.#countryField()}
        <button class="btn btn-primary" type="submit" ?disabled=${this.#isBusy}>${t("save")}</button>
        ${this.#status.view()}
      </form>`;
  }

  #aboutField(): TemplateResult {
    const type = (event: Event): void => {
      this.#about = (event.target as HTMLTextAreaElement).value;
      this.#context.show();
    };
    return html`<div class="field">
      <label class="form-label" for="about">${t("profile.about")}</label>
      <textarea
        class="form-control"
        id="about"
        rows="3"
        maxlength=${MAX_ABOUT_LENGTH}
        aria-describedby="about-words"
        .value=${this.#about}
        @input=${type}
      ></textarea>
      <p class="field-words" id="about-words">
        ${t("profile.aboutLength", { length: this.#about.length, most: MAX_ABOUT_LENGTH })}
      </p>
    </div>`;
  }

  #countryField(): TemplateResult {
    const choose = (event: Event): void => {
      this.#country = (event.target as HTMLSelectElement).value;
    };
    return html`<div class="field">
      <label class="form-label" for="country">${t("profile.country")}</label>
      <select class="form-select" id="country" autocomplete="country" @change=${choose}>
        <option value="" ?selected=${this.#country === ""}>${t("profile.noCountry")}</option>
        ${countries().map(
          ({ code, name }) => html`<option value=${code} ?selected=${code === this.#country}>${name}</option>`,
        )}
      </select>
    </div>`;
  }

  #save(event: Event): void {
    event.preventDefault();
    if (this.#isBusy) return;
    this.#isBusy = true;
    void this.#status
      .attempt(async () => {
        const country = this.#country === "" ? null : this.#country;
        const account = await call(changeProfile, { body: { about: this.#about, country } });
        this.#about = account.about;
        this.#context.changed(account);
        this.#status.done(t("saved"));
      })
      .finally(() => {
        this.#isBusy = false;
        this.#context.show();
      });
  }
}
