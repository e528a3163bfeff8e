import { describe, expect, it } from 'vitest';
import { contractMachine } from '../../src/contracts/index.ts';
import { enrolmentMachine } from '../../src/enrolment/index.ts';
import { bookingMachine, eventMachine } from '../../src/events/index.ts';
import { heldMachine, orderMachine } from '../../src/fees/index.ts';
import { machineFaults, machineTable, type AnyMachine } from '../../src/shared/machines/machine-checks.ts';
import { unitMachine, unitTaskMachine } from '../../src/units/index.ts';

const machines: readonly AnyMachine[] = [
  enrolmentMachine,
  contractMachine,
  orderMachine,
  heldMachine,
  unitMachine,
  unitTaskMachine,
  eventMachine,
  bookingMachine,
];

describe.each(machines.map((machine) => [machine.name, machine] as const))(
  'the machine of %s',
  (_, machine) => {
    it('leads to every state and leaves every state that is not final', () => {
      expect(machineFaults(machine)).toEqual([]);
    });
    it('answers every state, action and actor as it was agreed', () => {
      expect(machineTable(machine)).toMatchSnapshot();
    });
  },
);
