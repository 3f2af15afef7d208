import { activeRules, checksSchema } from './settings';

const said = (settings: unknown): string[] =>
  checksSchema
    .safeParse(settings)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('the configuration of the checks', () => {
  it('takes levels and options', () => {
    const settings = {
      'tag-case': 'off',
      description: { max: 3 },
      'image-alt': { severity: 'error' },
    };
    expect(said(settings)).toEqual([]);
    const rules = activeRules(checksSchema.parse(settings));
    expect(rules.some(({ rule }) => rule.id === 'tag-case')).toBe(false);
    expect(rules.find(({ rule }) => rule.id === 'image-alt')?.severity).toBe('error');
    expect(rules.find(({ rule }) => rule.id === 'description')?.options).toEqual({ max: 3 });
  });

  it.each([
    [{ 'tag-caze': 'off' }, 'tag-caze: there is no rule "tag-caze". Did you mean "tag-case"?'],
    [{ tagcase: 'off' }, 'tagcase: there is no rule "tagcase". Did you mean "tag-case"?'],
    [{ spelling: 'off' }, 'spelling: there is no rule "spelling". docs/checks.md lists them.'],
  ])('names a rule that there is not: %j', (settings, message) => {
    expect(said(settings)).toEqual([message]);
  });

  it('says what a level and an option may be', () => {
    expect(said({ 'tag-case': 'warn' })[0]).toMatch(/^tag-case: .*"off"\|"warning"\|"error"/);
    expect(said({ 'tag-case': { severity: 'warn' } })[0]).toMatch(/^tag-case\.severity: /);
    expect(said({ description: { maxi: 3 } })[0]).toMatch(/^description: .*"maxi"/);
    expect(said({ description: { max: '3' } })[0]).toMatch(/^description\.max: .*number/);
  });
});
