export {
  type Collision,
  type CollisionContext,
  findCollisions,
  type PlaceClaim,
  type StandingFile,
} from './collisions';
export { saidLanguage } from './polyglot';
export { addressOfText, decodeAddress, postAddress } from './post-address';
export type { AddressPost } from './post-fields';
export { builtFile } from './places';
export { withRedirect } from './redirects';
export { type AddressRules, type PolyglotRules, readAddressRules } from './rules';
