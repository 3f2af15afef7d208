// eslint-disable-next-line no-restricted-imports -- tests compare with Ruby; nothing else does I/O here
import { spawnSync } from 'node:child_process';
import { isTimestamp, isYamlMap } from '../evaluate';
import type { FrontMatter, YamlValue } from '../types';

const SCRIPT = `
require 'psych'; require 'date'; require 'json'
def plain(v)
  case v
  when Time then { 'time' => (v.to_r * 1000).floor }
  when Date then { 'day' => Time.utc(v.year, v.month, v.day).to_i * 1000 }
  when Float then v.finite? ? v : { 'float' => v.to_s }
  when Array then v.map { |x| plain(x) }
  when Hash then v.map { |k, x| [k.to_s, plain(x)] }.to_h
  when String then v.dup.force_encoding('utf-8')
  else v
  end
end
puts JSON.generate(JSON.parse(STDIN.read).map { |yaml|
  begin
    v = Psych.safe_load("---\\n" + yaml, permitted_classes: [Date, Time], aliases: true)
    v.nil? ? { ok: {} } : v.is_a?(Hash) ? { ok: plain(v) } : { error: 'no map' }
  rescue SystemStackError, StandardError => e
    { error: e.message[0, 120] }
  end
})`;

/** True where Ruby with Psych is installed; `CI=true` asks for it. */
export function hasRuby(): boolean {
  if (process.env.CI === 'true') return true;
  return spawnSync('ruby', ['-rpsych', '-e', '']).status === 0;
}

/** Tests against Psych itself: reported as skipped, by name, where Ruby is absent. */
export const itWithRuby: jest.It = hasRuby() ? it : it.skip;

export type PsychAnswer = { readonly ok: unknown } | { readonly error: string };

/** Gives a script a JSON document and takes one back, in one Ruby process. */
export function askRuby(script: string, input: unknown, env: Record<string, string> = {}): unknown {
  const { status, stdout, stderr } = spawnSync('ruby', ['-e', script], {
    input: JSON.stringify(input),
    maxBuffer: 1 << 28,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** What Psych makes of each text, called as Jekyll calls it. */
export function readWithPsych(yamls: readonly string[]): PsychAnswer[] {
  return askRuby(SCRIPT, yamls) as PsychAnswer[];
}

/** Our reading in the form of `readWithPsych`. */
export function asPsychAnswer({ entries, problems }: FrontMatter): PsychAnswer {
  if (problems[0]) return { error: problems[0].message.en };
  const merges = entries.some((entry) => entry.merged);
  const own = entries.filter((entry) => !(merges && entry.key === '<<'));
  return { ok: Object.fromEntries(own.map((entry) => [entry.key, asPsych(entry.value)])) };
}

/** A value in the form of `readWithPsych`. */
export function asPsych(value: YamlValue): unknown {
  if (isTimestamp(value)) return value.hasTime ? { time: value.ms } : { day: value.ms };
  if (Array.isArray(value)) return value.map(asPsych);
  if (isYamlMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asPsych(inner)]));
  }
  if (typeof value !== 'number' || Number.isFinite(value)) return Object.is(value, -0) ? 0 : value;
  return { float: String(value) };
}
