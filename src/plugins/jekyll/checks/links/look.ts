import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, ask } from './ask';

export interface LookOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hosts that are asked at the same time. */
  readonly hosts?: number;
  /** Milliseconds between two requests to one host. */
  readonly delay?: number;
  readonly ask?: (url: string) => Promise<Answer>;
  readonly onAnswer: (url: string, answer: Answer) => Promise<void>;
}

/** Asks links politely: of one host one after the other, with a pause between. */
export async function lookAt(urls: Iterable<string>, options: LookOptions): Promise<void> {
  const { signal, hosts = 4, delay = 1_000 } = options;
  const askOne = options.ask ?? ((url: string) => ask(url, { signal }));
  const queues = [...byHost(urls).values()];
  const work = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const [index, url] of queue.entries()) {
        if (signal?.aborted) return;
        if (index > 0) await pause(delay, undefined, { signal }).catch(() => undefined);
        if (signal?.aborted) return;
        await options.onAnswer(url, await askOne(url));
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(hosts, queues.length) }, work));
}

function byHost(urls: Iterable<string>): Map<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const url of urls) {
    if (!URL.canParse(url)) continue;
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  return hosts;
}
