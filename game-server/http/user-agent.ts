// Which browser and which platform, and nothing more precise: "Chrome 156" on "Android". The rest of a user agent is not kept.

/** In this order: each also claims to be those below it. */
const BROWSERS: readonly (readonly [family: string, version: RegExp])[] = [
  ["Edge", /\bEdgA?(?:iOS)?\/(\d{1,3})\b/u],
  ["Opera", /\bOPR\/(\d{1,3})\b/u],
  ["Samsung Internet", /\bSamsungBrowser\/(\d{1,3})\b/u],
  ["Firefox", /\b(?:Firefox|FxiOS)\/(\d{1,3})\b/u],
  ["Chrome", /\b(?:Headless)?(?:Chrome|CriOS)\/(\d{1,3})\b/u],
  ["Safari", /\bVersion\/(\d{1,3})\b.*\bSafari\//u],
];

const PLATFORMS: readonly (readonly [family: string, sign: RegExp])[] = [
  ["Android", /\bAndroid\b/u],
  ["iOS", /\b(?:iPhone|iPad|iPod)\b/u],
  ["Windows", /\bWindows\b/u],
  ["macOS", /\bMac(?:intosh| OS X)\b/u],
  ["ChromeOS", /\bCrOS\b/u],
  ["Linux", /\bLinux\b/u],
];

const LONGEST_READ = 500;
const OTHER = "other";

export function readUserAgent(header: string): { readonly browser: string; readonly platform: string } {
  const text = header.slice(0, LONGEST_READ);
  let browser = OTHER;
  for (const [family, version] of BROWSERS) {
    const major = version.exec(text)?.[1];
    if (major === undefined) continue;
    browser = `${family} ${Number(major)}`;
    break;
  }
  return { browser, platform: PLATFORMS.find(([, sign]) => sign.test(text))?.[0] ?? OTHER };
}

/** What a signed-in browser is called in its owner's list: "Chrome 156 · Android", or "" when it does not say. */
export function describeDevice(userAgent: string): string {
  const { browser, platform } = readUserAgent(userAgent);
  return [browser, platform].filter((part) => part !== OTHER).join(" · ");
}
