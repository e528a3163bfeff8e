import { authenticatorCode, newPassword, ROLES, workEmail } from '../accounts/index.ts';
import type { Answers, Field, FieldErrors, Step } from '../shared/form.ts';
import { parsePersonName, sentence } from '../shared/identifiers/index.ts';
import { staffMessages } from './staff-messages.ts';

const name: Field = {
  kind: 'text',
  name: 'name',
  label: staffMessages['field.name'],
  autocomplete: 'name',
  check: sentence(parsePersonName),
};
const email: Field = { ...workEmail, label: staffMessages['field.workEmail'] };

export const rolesField: Field = {
  kind: 'checkboxes',
  name: 'roles',
  optional: true,
  label: staffMessages['field.roles'],
  options: ROLES.map((role) => ({ value: role, label: staffMessages[`role.${role}`] })),
};
const someRole = (answers: Answers): FieldErrors =>
  (answers['roles']?.length ?? 0) > 0 ? {} : { roles: staffMessages['field.rolesMissing'] };

const step = (id: string, fields: readonly Field[], check?: Step['check']): Step => ({
  id,
  title: { zh: id, en: id },
  short: { zh: id, en: id },
  fields,
  ...(check ? { check } : {}),
});

export const whoFields: readonly Field[] = [name, email];
export const factorFields: readonly Field[] = [authenticatorCode];
export const passwordFields: readonly Field[] = [newPassword];
export const firstSetUpStep = step('first-set-up', [...whoFields, newPassword, authenticatorCode]);
export const setUpStep = step('set-up', [newPassword, authenticatorCode]);
export const inviteStep = step('invite', [name, email, rolesField], someRole);
export const rolesStep = step('roles', [rolesField], someRole);
