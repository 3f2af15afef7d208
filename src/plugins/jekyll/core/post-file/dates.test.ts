import { dayOf, printDate, readDate, readFrontMatter, sameDay } from './index';
import { askRuby, itWithRuby } from './testing/psych';

const SEOUL = 'Asia/Seoul';
const NEW_YORK = 'America/New_York';

/** Values of `date:` as they are written in front matters. */
const WRITTEN = [
  '"2024-03-31 02:30:00"',
  '"2024-10-27 02:30:00"',
  '2024-01-03 00:00:00',
  '"2024-01-03 00:00:00"',
  '2024-01-03',
  '"2024-01-03"',
  '2024-01-03 00:00:00 +/-TTTT',
  '2024-01-03 00:00:00 KST',
  '2024-01-03T10:00:00Z',
  '2024-01-03 10:00:00 -0600',
  '"2024-01-03 10:00:00 -06:00"',
  '2024-01-03 10:00:00.5 +0900',
  '2024-02-31 10:00:00',
  '"2024-02-31"',
  '2024/01/03',
  '2024.01.03',
  '2024-1-3 9:05',
  '"2024-01-03 9:05 PM"',
  '20240103',
  '"20240103103000"',
  'January 5, 2024',
  '5 Jan 2024 10:00',
  'Jan 5 2024 10:00 EST',
  '2024-01-03 10:00:00 PDT',
  '2024-01-03 10:00 +0900',
  '"2024-03-10 02:30:00"',
  '"2024-11-03 01:30:00"',
  '"2024-01-03 10:00:00 GMT+9"',
  '2024-01-03 25:00:00',
  'soon',
  '03-01-2024',
  '13/01/2024',
];

function read(written: string, zone: string): number | null {
  const frontMatter = { open: '---\n', yaml: `date: ${written}\n`, close: '---\n' };
  const [entry] = readFrontMatter({ bom: '', frontMatter, body: '' }).entries;
  return readDate(entry?.value, zone)?.ms ?? null;
}

describe('readDate', () => {
  it.each([
    ['2024-01-03 00:00:00', '2024-01-03T00:00:00Z'],
    ['"2024-01-03 00:00:00"', '2024-01-02T15:00:00Z'],
    ['2024-01-03', '2024-01-02T15:00:00Z'],
    ['2024-01-03 00:00:00 +/-TTTT', '2024-01-02T15:00:00Z'],
    ['2024-01-03 00:00:00 KST', '2024-01-02T15:00:00Z'],
    ['2024-01-03T10:00:00Z', '2024-01-03T10:00:00Z'],
    ['2024-01-03 10:00:00 -0600', '2024-01-03T16:00:00Z'],
  ])('reads %s on a site in Seoul as %s', (written, moment) => {
    expect(read(written, SEOUL)).toBe(Date.parse(moment));
  });

  it.each(['', '~', 'soon', 'true', '[2024-01-01]', '2024-01-03 25:00:00'])(
    'finds no date in %j',
    (written) => {
      expect(read(written, SEOUL)).toBeNull();
    },
  );

  itWithRuby.each([SEOUL, NEW_YORK, 'Europe/Berlin'])(
    'agrees with Time.parse of Ruby in %s',
    (zone) => {
      const script = `require 'psych'; require 'date'; require 'time'; require 'json'
      puts JSON.generate(JSON.parse(STDIN.read).map { |d|
        begin; Time.parse(Psych.safe_load("---\\nd: " + d, permitted_classes: [Date, Time])['d'].to_s).to_i * 1000
        rescue ArgumentError; nil end })`;
      const answers = askRuby(script, WRITTEN, { TZ: zone }) as (number | null)[];
      expect(WRITTEN.map((written) => [written, read(written, zone)])).toEqual(
        WRITTEN.map((written, index) => [written, answers[index]]),
      );
    },
  );
});

describe('printDate', () => {
  it.each([
    ['2025-01-11T15:00:00Z', SEOUL, '2025-01-12 00:00:00 +0900'],
    ['2024-07-01T00:00:00.999Z', NEW_YORK, '2024-06-30 20:00:00 -0400'],
    ['2024-01-01T00:00:00Z', NEW_YORK, '2023-12-31 19:00:00 -0500'],
    ['2024-01-01T00:00:00Z', 'Asia/Kolkata', '2024-01-01 05:30:00 +0530'],
    ['2024-01-01T00:00:00Z', 'UTC', '2024-01-01 00:00:00 +0000'],
  ])('prints %s in %s as %s, which reads as the same moment', (moment, zone, printed) => {
    const ms = Date.parse(moment);
    expect(printDate(ms, zone)).toBe(printed);
    expect(read(printed, 'Pacific/Apia')).toBe(Math.floor(ms / 1000) * 1000);
  });
});

describe('days', () => {
  it('are those of the zone', () => {
    const evening = Date.parse('2025-01-11T15:00:00Z');
    expect(dayOf(evening, SEOUL)).toBe('2025-01-12');
    expect(sameDay(evening - 1, evening, SEOUL)).toBe(false);
    expect(sameDay(evening - 1, evening, NEW_YORK)).toBe(true);
  });
});
