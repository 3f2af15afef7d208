import { embed } from '../render/refine';

/** Addresses of the players behind Chirpy's own includes (`_includes/embed/*.html`). */
const PLAYERS: Readonly<Record<string, { label: string; address: (id: string) => string }>> = {
  youtube: { label: 'YouTube', address: (id) => `https://www.youtube.com/watch?v=${id}` },
  twitch: { label: 'Twitch', address: (id) => `https://www.twitch.tv/videos/${id}` },
  bilibili: { label: 'Bilibili', address: (id) => `https://www.bilibili.com/video/${id}` },
  spotify: { label: 'Spotify', address: (id) => `https://open.spotify.com/${id}` },
};
const MEDIA = new Set(['video', 'audio']);

/**
 * Chirpy's embeds as boxes that name what the page plays: the preview loads nothing of other sites.
 *
 * @returns null for an include that is no embed
 */
export function embedOf(include: string, value: (name: string) => string): string | null {
  const name = /^embed\/([a-z]+)\.html$/.exec(include)?.[1];
  if (name === undefined) return null;
  const player = Object.hasOwn(PLAYERS, name) ? PLAYERS[name] : undefined;
  if (player) return embed(player.label, player.address(encodeURI(value('id'))));
  if (MEDIA.has(name)) return embed(value('title') || name, value('src'));
  return null;
}
