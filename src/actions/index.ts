/** Every action, by capability; who may use it stands in `src/accounts/permissions.ts`. */
import { accountActions } from '../accounts/account-actions.ts';

export const server = {
  accounts: accountActions,
};
