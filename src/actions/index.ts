/** Every action, by capability; who may use it stands in `src/accounts/permissions.ts`. */
import { accountActions } from '../accounts/account-actions.ts';
import { contractActions } from '../contracts/contract-actions.ts';
import { deskActions } from '../desk/desk-actions.ts';
import { enrolmentActions } from '../enrolment/enrolment-actions.ts';
import { bookingActions } from '../events/booking/booking-actions.ts';
import { eventActions } from '../events/event-actions.ts';
import { familyActions } from '../families/family-actions.ts';
import { feeActions } from '../fees/fee-actions.ts';
import { staffActions } from '../staff/staff-actions.ts';
import { unitActions } from '../units/unit-actions.ts';

export const server = {
  accounts: accountActions,
  contracts: contractActions,
  desk: deskActions,
  enrolment: enrolmentActions,
  events: { ...bookingActions, ...eventActions },
  families: familyActions,
  fees: feeActions,
  staff: staffActions,
  units: unitActions,
};
