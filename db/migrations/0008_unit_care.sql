CREATE TABLE `unit_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`family_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`why` text NOT NULL,
	`slot` text,
	`asked_by` text,
	`asked_at` integer,
	`opened_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`tried_at` integer,
	`closed_at` integer,
	`closed_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_tasks_open` ON `unit_tasks` (`unit_id`,`kind`) WHERE "unit_tasks"."state" = 'open';--> statement-breakpoint
CREATE INDEX `unit_tasks_unit` ON `unit_tasks` (`unit_id`,`id`);--> statement-breakpoint
CREATE INDEX `unit_tasks_due` ON `unit_tasks` (`state`,`kind`,`due_on`,`id`);--> statement-breakpoint
DROP INDEX `held_money_payment`;--> statement-breakpoint
ALTER TABLE `held_money` ADD `for_unit` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `held_money_payment` ON `held_money` (`order_id`,`payment_id`,`for_unit`);