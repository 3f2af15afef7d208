import type { Core } from '@strapi/strapi';
import type { Actor, PushReport } from '../../../contracts/report';
import type {
  RunDetail,
  RunFile,
  RunKind,
  RunState,
  RunSummary,
  RunTrigger,
} from '../../../contracts/runs';
import type { Problem } from '../../../core/problem';
import { jekyllConfig } from '../config';
import { RUN_UID } from '../plugin-id';
import type { RunOutcome } from './outcome';

/** A run that gave no sign of life for so long, in milliseconds, belongs to a dead process. */
const DEAD_AFTER = 90_000;

interface Row {
  readonly id: number;
  readonly kind: RunKind;
  readonly trigger: RunTrigger;
  readonly state: RunState;
  readonly actorId: number | null;
  readonly actorName: string | null;
  readonly startedAt: string;
  readonly duration: number | null;
  readonly totals: Readonly<Record<string, number>> | null;
  readonly files?: readonly RunFile[] | null;
  readonly commit: string | null;
  readonly push: PushReport | null;
  readonly problems: readonly Problem[] | null;
}

const SUMMARY = [
  'id',
  'kind',
  'trigger',
  'state',
  'actorId',
  'actorName',
  'startedAt',
  'duration',
  'totals',
  'commit',
  'push',
  'problems',
];

/** The records of runs, in the plugin's hidden content type. */
export interface Runs {
  /** @returns id of the record, in state `running` */
  start(run: { kind: RunKind; trigger: RunTrigger; actor: Actor | null }): Promise<number>;
  /** A sign of life of a run. */
  touch(id: number): Promise<void>;
  /** Ends a run, and removes the oldest records beyond `keepRuns`. `duration` in milliseconds. */
  finish(id: number, outcome: RunOutcome, duration: number): Promise<void>;
  forget(id: number): Promise<void>;
  /** Runs whose process died become `interrupted`. */
  closeDead(): Promise<void>;
  /** Newest first; pages count from 1. */
  page(page: number, pageSize: number): Promise<{ runs: RunSummary[]; total: number }>;
  find(id: number): Promise<RunDetail | null>;
}

/** @param strapi an instance whose database is up */
export function createRuns(strapi: Core.Strapi): Runs {
  const query = () => strapi.db.query(RUN_UID);

  async function prune(): Promise<void> {
    const { keepRuns } = jekyllConfig(strapi);
    const [oldest]: { id: number }[] = await query().findMany({
      select: ['id'],
      orderBy: { id: 'desc' },
      offset: keepRuns - 1,
      limit: 1,
    });
    if (!oldest) return;
    await query().deleteMany({ where: { id: { $lt: oldest.id }, state: { $ne: 'running' } } });
  }

  return {
    async start({ kind, trigger, actor }) {
      const now = new Date();
      const { id }: { id: number } = await query().create({
        data: {
          kind,
          trigger,
          state: 'running',
          actorId: actor?.id ?? null,
          actorName: actor?.name ?? null,
          startedAt: now,
          seenAt: now,
        },
      });
      return id;
    },
    async touch(id) {
      await query().update({ where: { id }, data: { seenAt: new Date() } });
    },
    async finish(id, outcome, duration) {
      await query().update({ where: { id }, data: { ...outcome, duration } });
      await prune();
    },
    async forget(id) {
      await query().delete({ where: { id } });
    },
    async closeDead() {
      await query().updateMany({
        where: { state: 'running', seenAt: { $lt: new Date(Date.now() - DEAD_AFTER) } },
        data: { state: 'interrupted' },
      });
    },
    async page(page, pageSize) {
      const rows: Row[] = await query().findMany({
        select: SUMMARY,
        orderBy: { id: 'desc' },
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      return { runs: rows.map(summaryOf), total: await query().count() };
    },
    async find(id) {
      const row: Row | null = await query().findOne({ where: { id } });
      return row && { ...summaryOf(row), files: row.files ?? [] };
    },
  };
}

const summaryOf = ({
  id,
  kind,
  trigger,
  state,
  actorId,
  actorName,
  startedAt,
  duration,
  totals,
  commit,
  push,
  problems,
}: Row): RunSummary => ({
  id,
  kind,
  trigger,
  state,
  actor: actorName === null ? null : { id: actorId, name: actorName },
  startedAt,
  duration,
  totals,
  commit,
  push,
  problems: problems ?? [],
});
