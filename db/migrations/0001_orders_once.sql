DROP INDEX `ledger_transaction`;--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_once` ON `ledger_entries` (`transaction_id`,`account`);--> statement-breakpoint
DROP INDEX `orders_contract`;--> statement-breakpoint
ALTER TABLE `orders` ADD `sequence` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `checkout_ends_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `orders_contract` ON `orders` (`contract_id`,`sequence`);--> statement-breakpoint
ALTER TABLE `units` ADD `disposition` text;--> statement-breakpoint
ALTER TABLE `units` ADD `disposition_at` integer;--> statement-breakpoint
CREATE INDEX `access_links_account` ON `access_links` (`account_id`,`purpose`);