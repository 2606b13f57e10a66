// HTML whose values can only be text: for the operators' pages, and for mails.

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | readonly Html[];

/** Values are escaped, unless they were made by this. */
export function html(texts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(texts.map((text, index) => text + (index < values.length ? asHtml(values[index]!) : "")).join(""));
}

function asHtml(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(asHtml).join("");
  return escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character]!);
}
