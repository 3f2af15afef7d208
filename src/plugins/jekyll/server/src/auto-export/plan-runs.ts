import type { Actor } from '../../../contracts/report';
import type { RunTrigger } from '../../../contracts/runs';
import type { PostVersion } from '../../../contracts/service';
import type { QueueEntry } from './queue';

/** One run of the worker. */
export interface PlannedRun {
  readonly trigger: RunTrigger;
  readonly actor: Actor | null;
  /** Empty for a run that pushes what waits for the remote. */
  readonly versions: readonly PostVersion[];
  /** All rows that a good run settles. */
  readonly entries: readonly QueueEntry[];
  /** Those among them whose time has come: a failure counts for them. */
  readonly due: readonly QueueEntry[];
}

export interface QueuePlan {
  readonly runs: readonly PlannedRun[];
  /** When something that waits may be ready; null where nothing will be. */
  readonly wakeAt: Date | null;
}

export interface QueueRules {
  /** Whether changes are exported; dates and pushes are looked after in any case. */
  readonly changes: boolean;
  /** Milliseconds of quiet after which collected changes are exported. */
  readonly delay: number;
  readonly now: Date;
}

/** Times the delay: a series of changes without a pause waits no longer. */
const LONGEST_WAIT = 10;

/**
 * Decides what the worker does now. Changes are collected until it was quiet for a while; those of
 * one person make one run, so that a run has one author; who changed a post last counts. What failed
 * is tried again when its time comes, and when something new is exported: its cause may be gone.
 */
export function planRuns(all: readonly QueueEntry[], rules: QueueRules): QueuePlan {
  const now = rules.now.getTime();
  const due = ({ notBefore }: QueueEntry) => notBefore.getTime() <= now;
  const entries = all.filter(
    ({ kind, trigger }) => kind === 'push' || trigger === 'schedule' || rules.changes,
  );
  const fresh = entries.filter((entry) => isChange(entry) && entry.attempts === 0 && due(entry));
  const startAt = quietAt(fresh, rules.delay);
  const starts = startAt !== null && startAt <= now;
  const ready = entries.filter((entry) =>
    isChange(entry) && entry.attempts === 0
      ? starts && due(entry)
      : due(entry) || (starts && isChange(entry)),
  );

  const exports = ready.filter(({ kind }) => kind === 'export');
  const runs = exports.length > 0 ? groupByActor(exports, all, due) : pushRun(ready.filter(isPush));
  const readyIds = new Set(ready.map(({ id }) => id));
  const times = entries
    .filter(({ id, notBefore }) => !readyIds.has(id) && notBefore.getTime() > now)
    .map(({ notBefore }) => notBefore.getTime());
  if (startAt !== null && !starts) times.push(startAt);
  return { runs, wakeAt: times.length > 0 ? new Date(Math.min(...times)) : null };
}

const isChange = ({ kind, trigger }: QueueEntry): boolean =>
  kind === 'export' && trigger === 'publish';
const isPush = ({ kind }: QueueEntry): boolean => kind === 'push';

/** When collected changes are to be exported, in milliseconds of the epoch. */
function quietAt(fresh: readonly QueueEntry[], delay: number): number | null {
  if (fresh.length === 0) return null;
  const times = fresh.map(({ queuedAt }) => queuedAt.getTime());
  return Math.min(Math.max(...times) + delay, Math.min(...times) + LONGEST_WAIT * delay);
}

const versionKey = ({ post, locale }: QueueEntry): string => `${post}\n${locale}`;

function groupByActor(
  ready: readonly QueueEntry[],
  all: readonly QueueEntry[],
  due: (entry: QueueEntry) => boolean,
): PlannedRun[] {
  const wanted = new Set(ready.map(versionKey));
  const versions = new Map<string, QueueEntry[]>();
  for (const entry of all) {
    if (isPush(entry) || !wanted.has(versionKey(entry))) continue;
    const key = versionKey(entry);
    versions.set(key, [...(versions.get(key) ?? []), entry]);
  }
  const groups = new Map<number | null, QueueEntry[][]>();
  for (const entries of versions.values()) {
    const actor = entries[entries.length - 1]?.actor?.id ?? null;
    groups.set(actor, [...(groups.get(actor) ?? []), entries]);
  }
  const readyIds = new Set(ready.map(({ id }) => id));
  return [...groups.values()].map((group): PlannedRun => {
    const entries = group.flat();
    const counted = entries.filter(
      (entry) => readyIds.has(entry.id) || isChange(entry) || due(entry),
    );
    return {
      trigger: triggerOf(counted),
      actor: group[0]?.[group[0].length - 1]?.actor ?? null,
      versions: group.flatMap(([entry]) =>
        entry?.post && entry.locale ? [{ documentId: entry.post, locale: entry.locale }] : [],
      ),
      entries,
      due: counted,
    };
  });
}

function triggerOf(entries: readonly QueueEntry[]): RunTrigger {
  if (entries.some(({ attempts }) => attempts > 0)) return 'retry';
  return entries.every(({ trigger }) => trigger === 'schedule') ? 'schedule' : 'publish';
}

const pushRun = (entries: readonly QueueEntry[]): PlannedRun[] =>
  entries.length === 0
    ? []
    : [{ trigger: 'retry', actor: null, versions: [], entries, due: entries }];
