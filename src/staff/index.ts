/** The front door of staff: who works here, and the log of what everybody did. */
export { auditStore, type AuditPage, type AuditRow, type AuditStore } from './audit/audit-store.ts';
/** An object by what people call it, and a row of the log as one sentence. */
export { objectSought } from './audit/object-sought.ts';
export { auditLine, wordedActions, type AuditLine } from './audit/audit-line.ts';
export { currentCodes } from './door/current-codes.ts';
export { changeRoles, disableStaff, inviteStaff, renewStaff } from './team/manage-team.ts';
export { completeSetUp, ensureFirstAdministrator, readSetUp } from './door/set-up-staff.ts';
export { signInStaff } from './door/sign-in-staff.ts';
export { isActive, type StaffMember } from './staff-member.ts';
export { staffStore, type StaffStore } from './staff-store.ts';
export { currentTotp, newTotpSecret } from './totp.ts';
