CREATE TABLE `grant_movements` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`programme` text NOT NULL,
	`kind` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`month` text NOT NULL,
	`row_id` integer,
	FOREIGN KEY (`grant_id`) REFERENCES `grants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`row_id`) REFERENCES `ledger_rows`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grant_movements_row` ON `grant_movements` (`row_id`,`programme`,`month`);--> statement-breakpoint
CREATE INDEX `grant_movements_grant` ON `grant_movements` (`grant_id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`person` text NOT NULL,
	`city` text NOT NULL,
	`disease_group` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`state` text NOT NULL,
	`paid_on` text NOT NULL,
	`returned_on` text,
	`returned_fen` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `grants_person` ON `grants` (`person`);--> statement-breakpoint
CREATE TABLE `ledger_quarters` (
	`quarter` text NOT NULL,
	`programme` text NOT NULL,
	`year` integer NOT NULL,
	`from_month` text NOT NULL,
	`to_month` text NOT NULL,
	`rows` integer NOT NULL,
	`count` integer NOT NULL,
	`amount_fen` integer NOT NULL,
	`policy_version` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`quarter`, `programme`)
);
--> statement-breakpoint
CREATE TABLE `ledger_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`quarter` text NOT NULL,
	`programme` text NOT NULL,
	`year` integer NOT NULL,
	`from_month` text NOT NULL,
	`to_month` text NOT NULL,
	`city` text,
	`disease_group` text,
	`count` integer NOT NULL,
	`amount_fen` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ledger_rows_programme` ON `ledger_rows` (`programme`,`id`);--> statement-breakpoint
CREATE INDEX `ledger_rows_year` ON `ledger_rows` (`year`,`id`);--> statement-breakpoint
CREATE INDEX `ledger_rows_programme_year` ON `ledger_rows` (`programme`,`year`,`id`);