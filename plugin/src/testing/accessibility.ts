import { act } from '@testing-library/react';
import { axe, toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);

/** Fails when what is drawn breaks a rule of accessibility that can be checked without layout. */
export async function expectAccessible(container: Element): Promise<void> {
  await act(async () => expect(await axe(container)).toHaveNoViolations());
}
