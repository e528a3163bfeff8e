DROP INDEX `audit_object`;--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit_log` (`object_id`,`seq`);