/** Units of blood: their custody, their results, and what a family is told about them. */
export type { Delivered, EventAnswer } from './lab/apply-unit-events.ts';
/** Takes up to a few hundred events of the laboratory in one transaction; one answer per event, in their order. */
export { deliver } from './lab/deliver.ts';
export { eventMessages } from './lab/unit-event-messages.ts';
export { parseUnitEvent, unitEventSchema, type UnitEvent } from './lab/unit-event.ts';
/** The custody machine, for the shared machine checks. */
export { unitMachine, type UnitState } from './unit.ts';
/** `unitStore(db, vault)`: one line in the wiring, named `units`. */
export { unitStore, type Unit, type UnitStore } from './unit-store.ts';
/** Handlers of what units put on the outbox: word to the guardians, a reminder before the day to decide. */
export { jobs, type UnitJobDeps } from './unit-jobs.ts';
/** Whose blood a unit is, in words, and where it stands against the requirements. */
export { whoseUnit } from './whose-unit.ts';
export { standingIn, type Standing } from './lab/judge-result.ts';
/** Everything one unit's page shows. Null when the unit is not this family's. */
export { unitPage, type UnitPage } from './page/unit-page.ts';
export { UNIT_STATES } from './unit.ts';
export { readUnitKey, reasonShort, staffUnitPage, unitKey } from './staff/staff-unit.ts';
/** What staff owe a family after bad news: the store, the machine, and the list for the console. */
export { unitTaskStore, type TaskRow, type UnitTaskStore } from './care/task-store.ts';
export { readTaskKey, unitTaskMachine } from './care/care.ts';
export { openCare, type OpenCare } from './care/open-care.ts';
