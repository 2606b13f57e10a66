// The choices of settings.ts as a form: on the settings page, and in the dialog over a match. Every change counts at once.

import { html, type TemplateResult } from "lit/html.js";
import { t, type TextKey } from "../../platform/i18n/translate.ts";
import { type Settings, THEMES, VIEWS, type Volumes, type View, type ThemeName } from "../../platform/settings.ts";

const VIEW_WORDS: Readonly<Record<View, TextKey>> = { behind: "settings.behind", side: "settings.side" };
const THEME_WORDS: Readonly<Record<ThemeName, TextKey>> = { neon: "settings.neon", classic: "settings.classic" };
const VOLUME_WORDS: Readonly<Record<keyof Volumes, TextKey>> = {
  master: "settings.master",
  effects: "settings.effects",
  atmosphere: "settings.atmosphere",
};

/** @param change called with the settings as they are now */
export function settingsForm(settings: Settings, change: (settings: Settings) => void): TemplateResult {
  return html`<div class="settings">
    ${choices("view", "settings.view", VIEWS, VIEW_WORDS, settings.view, (view) => change({ ...settings, view }))}
    ${choices("theme", "settings.theme", THEMES, THEME_WORDS, settings.theme, (theme) => change({ ...settings, theme }))}
    <fieldset>
      <legend>${t("settings.sound")}</legend>
      ${(["master", "effects", "atmosphere"] as const).map((name) => volume(settings, name, change))}
    </fieldset>
  </div>`;
}

function choices<Value extends string>(
  name: string,
  title: TextKey,
  values: readonly Value[],
  words: Readonly<Record<Value, TextKey>>,
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${t(title)}</legend>
    <div class="settings-choices">
      ${values.map(
        (value) =>
          html`<label class="settings-choice">
            <input type="radio" name=${name} .checked=${value === chosen} @change=${() => choose(value)} />
            <span>${t(words[value])}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function volume(settings: Settings, name: keyof Volumes, change: (settings: Settings) => void): TemplateResult {
  const percent = Math.round(settings.volumes[name] * 100);
  const set = (event: Event): void => {
    const value = Number((event.target as HTMLInputElement).value) / 100;
    change({ ...settings, volumes: { ...settings.volumes, [name]: value } });
  };
  return html`<label class="settings-volume">
    <span>${t(VOLUME_WORDS[name])}</span>
    <input class="form-range" type="range" min="0" max="100" step="5" .value=${String(percent)} @input=${set} />
  </label>`;
}
