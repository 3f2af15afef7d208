/** Of our own files, relative to a page's own address: the server may stand below a path. */
export const ASSETS = '../assets';
