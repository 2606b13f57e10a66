// The start page: who are you, and whom do you want to play?

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { DEFAULT_RULES, type Rules } from "../../pong/rules.ts";
import { makeTable, Refused } from "../api.ts";
import { foot } from "../components/frame.ts";
import { createNameField, type NameField, nameField, typeName } from "../components/name-field.ts";
import { rulesForm } from "../components/rules-form.ts";
import { focusName, speakName } from "../components/speak-name.ts";
import { tableDrawing } from "../components/table-drawing.ts";
import { wordmark } from "../components/wordmark.ts";
import { codeText, t } from "../i18n/translate.ts";
import type { Place } from "../place.ts";

interface Home {
  name: NameField;
  rules: Rules;
  /** Whether the choices of a match among friends are open. */
  friend: boolean;
  busy: boolean;
  /** What went wrong, in words. */
  trouble: string;
}

export function openHome(place: Place): void {
  const home: Home = { name: createNameField(), rules: DEFAULT_RULES, friend: false, busy: false, trouble: "" };
  const show = (): void => {
    if (!place.left.aborted) render(template(), place.root);
  };

  /** Takes the name, then does what was asked for. */
  async function begin(act: () => Promise<void>): Promise<void> {
    if (home.busy) return;
    home.busy = true;
    home.trouble = "";
    show();
    try {
      if (await speakName(home.name, place.visitor)) await act();
      else focusName(place.root);
    } catch (error) {
      if (!(error instanceof Refused)) return place.fail(error);
      if (error.code === "signedOut") place.visitor.forget();
      home.trouble = codeText(error.code, error.values);
    }
    home.busy = false;
    show();
  }

  const playNow = (event: Event): void => {
    event.preventDefault();
    void begin(async () => place.go("/waiting"));
  };
  const playFriend = (): void => {
    void begin(async () => {
      const { roomId } = await makeTable({ rules: home.rules });
      place.go(`/play/${encodeURIComponent(roomId)}`);
    });
  };
  const toggle = (): void => {
    home.friend = !home.friend;
    show();
  };
  const changeRules = (rules: Rules): void => {
    home.rules = rules;
    show();
  };

  const template = (): TemplateResult => html`<main class="home">
      <section class="home-start">
        <h1 class="home-brand">${wordmark()}</h1>
        <p class="home-claim">${t("home.claim")}</p>
        <p class="home-lead">${t("home.lead")}</p>
        <form class="home-form" novalidate @submit=${playNow}>
          ${nameField(home.name, show)}
          <div class="home-actions">
            <button class="btn btn-primary btn-lg" type="submit" ?disabled=${home.busy}>${t("home.playNow")}</button>
            <button
              class="btn btn-secondary btn-lg"
              type="button"
              aria-expanded=${home.friend ? "true" : "false"}
              aria-controls="friend"
              @click=${toggle}
            >
              ${t("home.playFriend")}
            </button>
          </div>
          <div class="home-friend" id="friend" ?hidden=${!home.friend}>
            ${rulesForm(home.rules, changeRules)}
            <button class="btn btn-friend" type="button" ?disabled=${home.busy} @click=${playFriend}>
              ${home.busy ? t("home.making") : t("home.makeTable")}
            </button>
          </div>
          <p class="trouble" role="alert">${home.trouble === "" ? nothing : home.trouble}</p>
        </form>
      </section>
      <div class="home-picture">${tableDrawing()}</div>
      <section class="home-how" aria-labelledby="how">
        <h2 id="how">${t("home.how")}</h2>
        <ol>
          <li>${t("home.how.move")}</li>
          <li>${t("home.how.aim")}</li>
          <li>${t("home.how.win")}</li>
        </ol>
      </section>
    </main>
    ${foot()}`;

  show();
  place.arrive(t("title.home"));
  // In the background: the page is there at once, and a server that is away shows itself when it is needed.
  place.visitor.load().then(
    (player) => {
      if (player === null || home.name.text !== "") return;
      typeName(home.name, player.name);
      show();
    },
    () => undefined,
  );
}
