// The browsers that are signed in, and signing them out.

import { html, type TemplateResult } from "lit/html.js";
import { askDevices, type DevicesReply, revokeDevice } from "../../../schema/http/account.ts";
import { signOut, signOutEverywhere } from "../../../schema/http/sign-in.ts";
import { call } from "../../platform/api.ts";
import { confirm } from "../../ui/components/confirm.ts";
import { agoText } from "../../platform/i18n/formats.ts";
import { type AccountContext, type Section, ActionStatus } from "./section.ts";
import { t } from "./words.ts";
import { sayNext } from "../../platform/page-context.ts";

type Device = DevicesReply["devices"][number];

export class DevicesSection implements Section {
  readonly id = "devices";
  readonly title = "devices.title";
  readonly #context: AccountContext;
  readonly #status: ActionStatus;
  #devices: readonly Device[] = [];

  constructor(context: AccountContext) {
    this.#context = context;
    this.#status = new ActionStatus(context);
    // Once the page stands.
    queueMicrotask(() => void this.#load());
  }

  view(): TemplateResult {
    return html`<p class="quiet">${t("devices.lead")}</p>
      <ul class="devices">
        ${this.#devices.map((device) => this.#row(device))}
      </ul>
      <button class="btn btn-danger" type="button" @click=${() => void this.#everywhere()}>
        ${t("devices.everywhere")}
      </button>
      ${this.#status.view()}`;
  }

  #row(device: Device): TemplateResult {
    const name = device.device || t("devices.unknown");
    return html`<li>
      <div>
        <strong>${name}</strong>
        <span class=${device.here ? "done" : "quiet"}>
          ${device.here ? t("devices.here") : t("devices.lastSeen", { ago: agoText(device.lastSeen) })}
        </span>
      </div>
      <button
        class="btn btn-secondary btn-small"
        type="button"
        aria-label="${t("devices.signOut")}: ${name}"
        @click=${() => void this.#signOut(device)}
      >
        ${t("devices.signOut")}
      </button>
    </li>`;
  }

  #load(): Promise<boolean> {
    return this.#status.attempt(async () => {
      this.#devices = (await call(askDevices)).devices;
      this.#context.show();
    });
  }

  #signOut(device: Device): Promise<boolean> {
    return this.#status.attempt(async () => {
      if (device.here) {
        await call(signOut);
        return this.#leave();
      }
      await call(revokeDevice, { params: { key: device.key } });
      this.#devices = this.#devices.filter(({ key }) => key !== device.key);
      this.#status.done(t("devices.signedOut", { device: device.device || t("devices.unknown") }));
    });
  }

  async #everywhere(): Promise<void> {
    const question = {
      title: t("devices.everywhere"),
      text: t("devices.everywhereText"),
      yes: t("devices.everywhere"),
      no: t("cancel"),
    };
    const { left } = this.#context.page;
    if (!(await confirm(question, left)) || left.aborted) return;
    await this.#status.attempt(async () => {
      await call(signOutEverywhere);
      this.#leave();
    });
  }

  #leave(): void {
    const { page } = this.#context;
    page.visitor.become(null);
    sayNext(t("devices.gone"));
    page.go("/");
  }
}
