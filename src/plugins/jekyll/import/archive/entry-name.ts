import type { ArchiveLimits } from './limits';
import type { NameFault } from './problems';

/** A name that may be used as a path below some folder. */
export type EntryName =
  | { readonly path: string; readonly isFolder: boolean }
  | { readonly fault: NameFault; readonly name: string };

/** Bit 11 of a zip entry's flags: its name is UTF-8. */
const UTF8_FLAG = 0x800;

/**
 * Text of an entry's name. Archives made by Korean Windows name files in its own code page and by
 * macOS in UTF-8, both without saying so.
 *
 * @returns null where it is neither
 */
export function decodeName(raw: Uint8Array, flags: number): string | null {
  const encodings = flags & UTF8_FLAG ? ['utf-8'] : ['utf-8', 'euc-kr'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(raw);
    } catch {
      continue;
    }
  }
  return null;
}

/**
 * Whether a name may become a path: relative, `/` between its parts, inside its folder on every
 * system. The path is composed (NFC), as Git and Jekyll's own names are.
 */
export function readEntryName(raw: Uint8Array, flags: number, limits: ArchiveLimits): EntryName {
  const decoded = decodeName(raw, flags);
  if (decoded === null) {
    return { fault: 'encoding', name: Buffer.from(raw).toString('latin1') };
  }
  const fault = faultOf(decoded, limits);
  if (fault) return { fault, name: decoded };
  const isFolder = decoded.endsWith('/');
  return { path: (isFolder ? decoded.slice(0, -1) : decoded).normalize('NFC'), isFolder };
}

function faultOf(name: string, limits: ArchiveLimits): NameFault | null {
  // eslint-disable-next-line no-control-regex -- these are what is refused
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'control';
  if (name.includes('\\')) return 'backslash';
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'absolute';
  const parts = (name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  if (parts.includes('..')) return 'leaves';
  if (parts.some((part) => part === '' || part === '.')) return 'odd';
  if (parts.length > limits.depth) return 'deep';
  const bytes = (text: string) => Buffer.byteLength(text, 'utf8');
  if (bytes(name) > limits.path || parts.some((part) => bytes(part) > limits.name)) return 'long';
  return null;
}

/** Equal for two paths that would be one file on a system that ignores case or composes Hangul. */
export const foldedPath = (path: string): string =>
  path.normalize('NFC').toUpperCase().toLowerCase();
