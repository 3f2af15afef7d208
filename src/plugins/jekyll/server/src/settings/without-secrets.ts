/** An address without what may be secret in it: user, password, query, fragment. Names stay. */
export function withoutSecrets(address: string): string {
  if (!URL.canParse(address))
    return address.replace(/^[^@\s/]*:[^@\s/]*@/, '…@').replace(/[?#].*$/, '');
  const url = new URL(address);
  url.password = '';
  url.search = '';
  url.hash = '';
  // `git@` of an ssh address is no secret; a token stands there over https.
  if (url.protocol !== 'ssh:') url.username = '';
  return url.toString();
}
