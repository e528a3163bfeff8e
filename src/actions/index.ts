/** Every action, by capability; who may use it stands in `src/accounts/permissions.ts`. */
import { accountActions } from '../accounts/account-actions.ts';
import { contractActions } from '../contracts/contract-actions.ts';
import { enrolmentActions } from '../enrolment/enrolment-actions.ts';
import { feeActions } from '../fees/fee-actions.ts';
import { unitActions } from '../units/unit-actions.ts';

export const server = {
  accounts: accountActions,
  contracts: contractActions,
  enrolment: enrolmentActions,
  fees: feeActions,
  units: unitActions,
};
