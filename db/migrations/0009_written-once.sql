-- What the code writes once, the database writes once: money that moved, what the laboratory reported, what was published.
CREATE TRIGGER `ledger_entries_refuses_update` BEFORE UPDATE ON `ledger_entries`
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_entries_refuses_delete` BEFORE DELETE ON `ledger_entries`
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `payment_events_refuses_update` BEFORE UPDATE ON `payment_events`
BEGIN
  SELECT RAISE(ABORT, 'payment_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `payment_events_refuses_delete` BEFORE DELETE ON `payment_events`
BEGIN
  SELECT RAISE(ABORT, 'payment_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `unit_events_refuses_update` BEFORE UPDATE ON `unit_events`
BEGIN
  SELECT RAISE(ABORT, 'unit_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `unit_events_refuses_delete` BEFORE DELETE ON `unit_events`
BEGIN
  SELECT RAISE(ABORT, 'unit_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_rows_refuses_update` BEFORE UPDATE ON `ledger_rows`
BEGIN
  SELECT RAISE(ABORT, 'ledger_rows is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_rows_refuses_delete` BEFORE DELETE ON `ledger_rows`
BEGIN
  SELECT RAISE(ABORT, 'ledger_rows is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_quarters_refuses_update` BEFORE UPDATE ON `ledger_quarters`
BEGIN
  SELECT RAISE(ABORT, 'ledger_quarters is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_quarters_refuses_delete` BEFORE DELETE ON `ledger_quarters`
BEGIN
  SELECT RAISE(ABORT, 'ledger_quarters is append-only');
END;
--> statement-breakpoint
-- A line of the books waits until a quarter is published; then it says in which row it went, once.
CREATE TRIGGER `grant_movements_refuses_update` BEFORE UPDATE ON `grant_movements`
WHEN OLD.`row_id` IS NOT NULL OR NEW.`row_id` IS NULL
  OR (NEW.`id`, NEW.`grant_id`, NEW.`programme`, NEW.`kind`, NEW.`amount_fen`, NEW.`month`)
  IS NOT (OLD.`id`, OLD.`grant_id`, OLD.`programme`, OLD.`kind`, OLD.`amount_fen`, OLD.`month`)
BEGIN
  SELECT RAISE(ABORT, 'grant_movements is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `grant_movements_refuses_delete` BEFORE DELETE ON `grant_movements`
BEGIN
  SELECT RAISE(ABORT, 'grant_movements is append-only');
END;
--> statement-breakpoint
-- A grant is paid; money of it comes back at most once.
CREATE TRIGGER `grants_refuses_update` BEFORE UPDATE ON `grants`
WHEN OLD.`state` <> 'paid' OR NEW.`state` <> 'returned'
  OR (NEW.`id`, NEW.`programme`, NEW.`person`, NEW.`city`, NEW.`disease_group`, NEW.`amount_fen`, NEW.`paid_on`)
  IS NOT (OLD.`id`, OLD.`programme`, OLD.`person`, OLD.`city`, OLD.`disease_group`, OLD.`amount_fen`, OLD.`paid_on`)
BEGIN
  SELECT RAISE(ABORT, 'grants is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `grants_refuses_delete` BEFORE DELETE ON `grants`
BEGIN
  SELECT RAISE(ABORT, 'grants is append-only');
END;
