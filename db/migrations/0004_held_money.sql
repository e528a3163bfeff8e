CREATE TABLE `held_money` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`payment_id` text NOT NULL,
	`why` text NOT NULL,
	`owed_fen` integer NOT NULL,
	`received_amount` integer NOT NULL,
	`currency` text NOT NULL,
	`received_at` integer NOT NULL,
	`state` text NOT NULL,
	`open` integer NOT NULL,
	`reason` text,
	`proposed_by` text,
	`proposed_at` integer,
	`confirmed_by` text,
	`confirmed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `held_money_payment` ON `held_money` (`order_id`,`payment_id`);--> statement-breakpoint
CREATE INDEX `held_money_open` ON `held_money` (`open`,`id`);