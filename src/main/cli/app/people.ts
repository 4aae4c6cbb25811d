import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Person } from '../../../shared/model/person.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { askLine } from '../terminal/ask-line.ts';
import { harmless } from '../terminal/harmless.ts';
import { type ProfileOptions, withOwner } from './owner.ts';
import { snakeKeys } from './snake-keys.ts';

/** `lifeboat people list`: who hears of a problem, and whether their addresses are confirmed. */
export async function listPeople(invocation: Invocation, options: ProfileOptions): Promise<ExitCode> {
  const { output, texts } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    for (const person of await owner.look((client) => client.people.list())) {
      output.object({ message_type: 'person', ...(snakeKeys(person) as object) });
      if (!output.json) output.result(harmless(texts.app.people.line(person.name, person.email, person.emailConfirmedAt !== undefined)));
    }
    return EXIT.done;
  });
}

/** `lifeboat people confirm NAME`: sends a code to the person's address and takes it back; the address then counts. */
export async function confirmPerson(invocation: Invocation, options: ProfileOptions, [name = '']: string[]): Promise<ExitCode> {
  const { output, texts, surroundings, signal } = invocation;
  return await withOwner(invocation, options, async (owner) => {
    const person = find(await owner.look((client) => client.people.list()), name);
    await owner.ask((client) => client.people.sendCode({ id: person.id }));
    output.notice(harmless(texts.app.people.sent(person.email ?? '')));
    const asked = { input: surroundings.stdin, output: surroundings.stderr };
    const code = (await askLine(texts.prompts.code, asked, signal)) ?? '';
    const { confirmed } = await owner.ask((client) => client.people.confirmCode({ id: person.id, code }));
    output.object({ message_type: 'person_confirmed', id: person.id, confirmed });
    if (!output.json) output.result(harmless(confirmed ? texts.app.people.confirmed(person.name) : texts.app.people.refused));
    return confirmed ? EXIT.done : EXIT.failed;
  });
}

/** By id, by name, or by the beginning of a name that is only one person's. */
function find(people: readonly Person[], name: string): Person {
  const wanted = name.trim().toLowerCase();
  const exact = people.find((one) => one.id === name) ?? people.find((one) => one.name.toLowerCase() === wanted);
  const [begun, ...others] = wanted === '' ? [] : people.filter((one) => one.name.toLowerCase().startsWith(wanted));
  const found = exact ?? (others.length === 0 ? begun : undefined);
  if (found !== undefined) return found;
  throw new LifeboatError('value-invalid', { name: 'NAME', value: name, expected: people.map((one) => one.name).join(', ') });
}
