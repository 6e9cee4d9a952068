import { FailureError } from '#shared/contract/errors.ts';

/** Replaces `{name}` by its value. A placeholder without a value is a mistake in the template, so it is refused. */
export function fill(text: string, values: Readonly<Record<string, string | null | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === null || value === undefined) {
      throw new FailureError({
        code: 'render-failed',
        message: `no value for {${name}}`,
        params: { placeholder: name },
      });
    }
    return value;
  });
}
