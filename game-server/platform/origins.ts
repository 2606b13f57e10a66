// Which pages may call us: our own. A browser names the page's origin with every request that could do harm, and a
// session cookie alone must not be enough for a foreign page.

/**
 * Whether a page of this origin may talk to us.
 * @param origin the Origin header; null when there is none, as no browser page would send it
 * @param host the Host header
 */
export type AllowOrigin = (origin: string | null, host: string) => boolean;

/** Same origin as the Host, or the public address. */
export function createAllowOrigin(publicUrl: URL | null): AllowOrigin {
  return (origin, host) => {
    if (origin === null) return true;
    if (publicUrl !== null && origin === publicUrl.origin) return true;
    if (!URL.canParse(origin)) return false; // "null" of a sandboxed frame, too.
    return new URL(origin).host === host.toLowerCase() && host !== "";
  };
}
