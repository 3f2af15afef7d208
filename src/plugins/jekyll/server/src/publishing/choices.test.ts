import type { Core } from '@strapi/strapi';
import { readChoices } from './choices';

const inRequest = (request?: { originalUrl?: string; headers?: Record<string, string> }) =>
  ({ requestContext: { get: () => request } }) as unknown as Core.Strapi;

describe('readChoices', () => {
  it('chooses nothing by itself, also outside a request', () => {
    const none = { confirmed: false, publishChanges: false };
    expect(readChoices(inRequest(), {})).toEqual(none);
    expect(readChoices(inRequest({ originalUrl: '/x', headers: {} }), undefined)).toEqual(none);
  });

  it("prefers the action's own parameter to the header, and that to the query", () => {
    const request = {
      originalUrl: '/x?jekyll[confirmed]=true&jekyll%5BpublishChanges%5D=a,b',
      headers: { 'x-jekyll-confirmed': 'false' },
    };
    expect(readChoices(inRequest(request), {})).toEqual({
      confirmed: false,
      publishChanges: ['a', 'b'],
    });
    const jekyll = { confirmed: true, publishChanges: ['c'] };
    expect(readChoices(inRequest(request), { jekyll })).toEqual(jekyll);
  });

  it.each(['1', 'yes', 'TRUE', ''])('does not take %j for a confirmation', (value) => {
    const headers = { 'x-jekyll-confirmed': value };
    expect(readChoices(inRequest({ headers }), {}).confirmed).toBe(false);
  });
});
