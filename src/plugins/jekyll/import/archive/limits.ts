/** How much an uploaded archive may hold. Sizes in bytes. */
export interface ArchiveLimits {
  /** Of the archive itself. */
  readonly archive: number;
  /** Entries of every kind, wanted or not. */
  readonly entries: number;
  /** Of all that is unpacked. */
  readonly unpacked: number;
  /** How many times larger than packed the whole may become, once it is larger than `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Parts of a path. */
  readonly depth: number;
  /** Of a path in UTF-8, and of one of its parts. */
  readonly path: number;
  readonly name: number;
}

const MB = 1024 * 1024;

/** Room for ten thousand posts with their pictures. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  archive: 200 * MB,
  entries: 50_000,
  unpacked: 600 * MB,
  ratio: 100,
  ratioFrom: 10 * MB,
  depth: 20,
  path: 1024,
  name: 255,
};

/** Larger files are left in the archive: posts are told of, media stay where they are. */
export const FILE_LIMITS = { post: 5 * MB, settings: MB, medium: 50 * MB } as const;
