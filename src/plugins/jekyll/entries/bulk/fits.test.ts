import { type AttributeRules, fits } from './fits';

const value = (rules: AttributeRules, one: unknown, published = true): boolean =>
  fits({ field: rules }, { field: one }, published);

describe('values that Strapi would take as they stand', () => {
  it.each<[AttributeRules, unknown]>([
    [{ type: 'string' }, 'a'.repeat(255)],
    [{ type: 'string', maxLength: 300 }, 'a'.repeat(300)],
    [{ type: 'richtext' }, 'a'.repeat(100_000)],
    [{ type: 'string', regex: '^[a-z]*$' }, 'abc'],
    [{ type: 'string', regex: '^[a-z]+$' }, ''],
    [{ type: 'enumeration', enum: ['a', 'b'] }, 'b'],
    [{ type: 'boolean' }, false],
    [{ type: 'datetime' }, '2025-03-02T00:00:00.000Z'],
    [{ type: 'json' }, ['a', 'b']],
    [{ type: 'component', max: 2 }, [1, 2]],
    [{ type: 'component', min: 2 }, []],
    [{ type: 'text' }, null],
  ])('%j takes %j', (rules, one) => {
    expect(value(rules, one)).toBe(true);
  });

  it.each<[AttributeRules, unknown]>([
    [{ type: 'string' }, 'a'.repeat(256)],
    [{ type: 'string', maxLength: 300 }, 'a'.repeat(301)],
    [{ type: 'string' }, 7],
    [{ type: 'string' }, undefined],
    [{ type: 'enumeration', enum: ['a', 'b'] }, 'c'],
    [{ type: 'boolean' }, 'true'],
    [{ type: 'datetime' }, new Date(0)],
    [{ type: 'integer' }, 1],
  ])('%j does not take %j, even in a draft', (rules, one) => {
    expect(value(rules, one)).toBe(false);
    expect(value(rules, one, false)).toBe(false);
  });

  it.each<[AttributeRules, unknown]>([
    [{ type: 'string', regex: '^[a-z]*$' }, 'ABC'],
    [{ type: 'string', regex: '^[a-z]+$', required: true }, ''],
    [{ type: 'text', minLength: 2 }, 'a'],
    [{ type: 'text', required: true }, null],
    [{ type: 'component', min: 2 }, [1]],
    [{ type: 'component', max: 1 }, [1, 2]],
    [{ type: 'component', min: 1, required: true }, []],
  ])('%j takes %j in a draft alone', (rules, one) => {
    expect(value(rules, one, false)).toBe(true);
    expect(value(rules, one)).toBe(false);
  });

  it('knows nothing of attributes that a type lacks', () => {
    expect(fits({}, { field: 'a' }, false)).toBe(false);
  });
});
