import { createSigner, deriveKey, type Grant } from './token';

const MINUTE = 60_000;
const key = deriveKey('app-key');
const grant: Grant = {
  purpose: 'page',
  documentId: 'doc',
  locale: 'ko',
  status: 'draft',
  user: 7,
};

describe('createSigner', () => {
  let time = 1_700_000_000_000;
  const signer = createSigner(key, () => time);
  beforeEach(() => (time = 1_700_000_000_000));

  it('gives back what it signed, for the same purpose', () => {
    const token = signer.sign(grant, 5 * MINUTE);
    expect(signer.verify(token, 'page')).toEqual({ grant, expired: false });
    expect(signer.verify(token, 'media').grant).toBeNull();
    expect(signer.verify(token, 'site').grant).toBeNull();
  });

  it('keeps a token while it is young, and ends it within twice its life', () => {
    const token = signer.sign(grant, 5 * MINUTE);
    time += 1000;
    expect(signer.sign(grant, 5 * MINUTE)).toBe(token);
    time += 5 * MINUTE - 1001;
    expect(signer.verify(token, 'page').grant).toEqual(grant);
    time += 5 * MINUTE + 1;
    expect(signer.verify(token, 'page')).toEqual({ grant: null, expired: true });
  });

  it('refuses every change of one letter, other keys, and nonsense', () => {
    const token = signer.sign(grant, MINUTE);
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(signer.verify(changed, 'page')).toEqual({ grant: null, expired: false });
    }
    expect(createSigner(deriveKey('other')).verify(token, 'page').grant).toBeNull();
    for (const nonsense of ['', '.', 'a.b', `${token}.`, `${token}=`, token.repeat(20)]) {
      expect(signer.verify(nonsense, 'page').grant).toBeNull();
    }
  });
});
