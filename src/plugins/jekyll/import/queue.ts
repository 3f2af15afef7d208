import type { ImportedPost } from '../contracts/report';
import { type FileReading, isSource, type PostSource, takeKnown } from './import-file';
import { storeNewPosts } from './new-posts';
import type { ImportRun } from './run';
import type { BlogVersions } from './versions';

/** New files that wait to be stored together. */
const FILES = 100;
/** Characters of their texts: what waits stands in memory. */
const CHARACTERS = 2_000_000;

/** Collects files until enough new ones wait, and stores all in the order of the blog. */
export interface ImportQueue {
  add(reading: FileReading): Promise<void>;
  /** Stores what waits. */
  flush(): Promise<void>;
}

/** @param tell told of each file, in order, once it is done with */
export function createQueue(
  run: ImportRun,
  versions: BlogVersions,
  tell: (report: ImportedPost) => void,
): ImportQueue {
  let waiting: (PostSource | ImportedPost)[] = [];
  let files = 0;
  let characters = 0;

  async function flush(): Promise<void> {
    const entries = waiting;
    waiting = [];
    files = 0;
    characters = 0;
    const tellReports = (): void => {
      for (let next = entries[0]; next && !isSource(next); next = entries[0]) {
        tell(next);
        entries.shift();
      }
    };
    tellReports();
    await storeNewPosts(run, versions, entries.filter(isSource), (report) => {
      tell(report);
      entries.shift();
      tellReports();
    });
  }

  return {
    flush,
    async add(reading) {
      switch (reading.kind) {
        case 'told':
          if (files === 0) tell(reading.report);
          else waiting.push(reading.report);
          return;
        case 'new':
          waiting.push(reading.source);
          files += 1;
          characters += reading.source.text.length;
          if (files >= FILES || characters >= CHARACTERS) await flush();
          return;
        case 'known':
          // It may show what the files before it brought.
          await flush();
          tell(await takeKnown(run, versions, reading.source, reading.head));
      }
    },
  };
}
