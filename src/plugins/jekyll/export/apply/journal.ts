import { createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { reached } from '../crash-points';
import { foreignStage } from './errors';
import type { StageFolder } from './stage-folder';
import type { FileChange } from './types';

/** A change without its text, which lies in the stage under its number. */
export interface JournaledChange extends Omit<FileChange, 'bytes'> {
  readonly number: number;
  /** SHA-256 of the new text; null removes the file. */
  readonly hash: string | null;
}

export interface JournaledUnit<N> {
  readonly changes: readonly JournaledChange[];
  readonly note: N;
}

/**
 * The journal: a JSON text in each line. First the units, then what the run was sealed with and the
 * units that are left out, then a
 * message authentication code over all lines before it.
 */
export interface JournalWriter<N> {
  append(unit: JournaledUnit<N>): Promise<void>;
  /**
   * Makes the journal durable and moves it to the name under which it counts.
   * @param without numbers of units that are not to be carried out, from 0
   */
  seal(meta: unknown, without: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

const authentication = (key: string) => createHmac('sha256', key);

export async function createJournal<N>(stage: StageFolder, key: string): Promise<JournalWriter<N>> {
  const mac = authentication(key);
  const handle: FileHandle = await open(stage.openJournal, 'wx');
  const write = async (value: unknown): Promise<void> => {
    const line = `${JSON.stringify(value)}\n`;
    mac.update(line);
    await handle.appendFile(line);
  };
  return {
    append: write,
    async seal(meta, without) {
      await write({ meta, without });
      await handle.appendFile(`${JSON.stringify({ mac: mac.digest('hex') })}\n`);
      await handle.sync();
      await handle.close();
      reached('stage:sealing');
      await rename(stage.openJournal, stage.journal);
    },
    close: () => handle.close(),
  };
}

/** A sealed journal. */
export interface Journal<N> {
  readonly meta: unknown;
  units(): AsyncGenerator<JournaledUnit<N>>;
}

/**
 * Reads a sealed journal; its units are read one by one, whenever they are asked for.
 *
 * @returns null where it is torn, which counts as not sealed
 * @throws {StageError} where somebody else wrote it
 */
export async function readJournal<N>(stage: StageFolder, key: string): Promise<Journal<N> | null> {
  const mac = authentication(key);
  let count = 0;
  let last: string | null = null;
  let beforeLast: string | null = null;
  for await (const line of linesOf(stage.journal)) {
    if (last !== null) mac.update(`${last}\n`);
    beforeLast = last;
    last = line;
    count += 1;
  }
  const given = parse<{ mac?: unknown }>(last)?.mac;
  if (beforeLast === null || typeof given !== 'string') return null;
  const expected = mac.digest();
  const bytes = Buffer.from(given, 'hex');
  if (bytes.length !== expected.length || !timingSafeEqual(bytes, expected)) {
    throw foreignStage('.jekyll-cms');
  }
  const sealed = parse<{ meta: unknown; without?: readonly number[] }>(beforeLast);
  const without = new Set(sealed?.without);
  return {
    meta: sealed?.meta,
    async *units() {
      let number = 0;
      for await (const line of linesOf(stage.journal)) {
        if (number === count - 2) return;
        if (!without.has(number)) yield JSON.parse(line) as JournaledUnit<N>;
        number += 1;
      }
    },
  };
}

function parse<T>(line: string | null): T | null {
  try {
    return JSON.parse(line ?? '') as T;
  } catch {
    return null;
  }
}

/** Lines as JSON has them; Node's `readline` also breaks at U+2028, which may stand in a JSON text. */
async function* linesOf(at: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(at, { encoding: 'utf8' })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
