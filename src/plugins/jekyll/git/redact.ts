const HIDDEN = '***';

/**
 * Makes a function that takes secrets out of a text: the given ones, as they are or encoded for an
 * address or a header, and whatever stands before the @ of an address.
 */
export function redactor(secrets: readonly (string | undefined)[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret !== undefined && secret !== '')
    .flatMap((secret) => [secret as string, encodeURIComponent(secret as string)])
    // The longest first: one secret may be the start of another.
    .sort((a, b) => b.length - a.length);
  return (text) =>
    forms
      .reduce((rest, form) => rest.replaceAll(form, HIDDEN), text)
      .replace(
        /\b([a-z][a-z0-9+.-]*:\/\/)([^/\s@'"]+)@/gi,
        (whole, scheme: string, user: string) =>
          /^ssh:\/\/$/i.test(scheme) && !user.includes(':') ? whole : `${scheme}${HIDDEN}@`,
      )
      .replace(/\b(authorization:\s*\w+\s+)\S+/gi, `$1${HIDDEN}`);
}
