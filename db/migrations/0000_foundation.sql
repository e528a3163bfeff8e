CREATE TABLE `access_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`account_id` text,
	`email` text,
	`payload` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `access_links_expires` ON `access_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text,
	`phone_index` text,
	`email` text,
	`email_index` text,
	`email_verified_at` integer,
	`password_hash` text,
	`password_changed_at` integer,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_phone` ON `accounts` (`phone_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email` ON `accounts` (`email_index`);--> statement-breakpoint
CREATE TABLE `challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`target_index` text NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `challenges_target` ON `challenges` (`target_index`,`purpose`,`created_at`);--> statement-breakpoint
CREATE INDEX `challenges_expires` ON `challenges` (`expires_at`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`name` text NOT NULL,
	`key` text NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`name`, `key`, `window_start`)
);
--> statement-breakpoint
CREATE INDEX `rate_limits_expires` ON `rate_limits` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`device` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_ends` ON `sessions` (`ends_at`);--> statement-breakpoint
CREATE TABLE `staff` (
	`account_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`totp_secret` text,
	`totp_last_step` integer,
	`disabled_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contracts` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`family_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`state` text NOT NULL,
	`template` text NOT NULL,
	`template_version` text NOT NULL,
	`locale` text NOT NULL,
	`terms` text NOT NULL,
	`plan` text NOT NULL,
	`policy_version` text NOT NULL,
	`document_sha256` text NOT NULL,
	`signers` text NOT NULL,
	`offered_at` integer NOT NULL,
	`offer_ends_at` integer NOT NULL,
	`signed_at` integer,
	`pdf_file_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_number` ON `contracts` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_enrolment` ON `contracts` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `contracts_family` ON `contracts` (`family_id`,`id`);--> statement-breakpoint
CREATE INDEX `contracts_offers` ON `contracts` (`state`,`offer_ends_at`);--> statement-breakpoint
CREATE TABLE `signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`guardian_id` text NOT NULL,
	`account_id` text NOT NULL,
	`method` text NOT NULL,
	`mark` text NOT NULL,
	`document_sha256` text NOT NULL,
	`challenge_id` text NOT NULL,
	`signed_at` integer NOT NULL,
	`device` text,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guardian_id`) REFERENCES `guardians`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signatures_once` ON `signatures` (`contract_id`,`guardian_id`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`storage_key` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `files_family` ON `files` (`family_id`);--> statement-breakpoint
CREATE INDEX `files_subject` ON `files` (`subject_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`form` text NOT NULL,
	`form_version` text NOT NULL,
	`answers` text NOT NULL,
	`subject_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_account` ON `drafts` (`account_id`,`form`);--> statement-breakpoint
CREATE INDEX `drafts_subject` ON `drafts` (`subject_id`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`family_id` text NOT NULL,
	`account_id` text NOT NULL,
	`product` text NOT NULL,
	`state` text NOT NULL,
	`plan` text NOT NULL,
	`due_date` text NOT NULL,
	`babies` integer NOT NULL,
	`hospital` text NOT NULL,
	`city` text NOT NULL,
	`answers` text NOT NULL,
	`shown` text NOT NULL,
	`locale` text NOT NULL,
	`flags` text NOT NULL,
	`returned_for` text,
	`decline_reason` text,
	`submitted_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolments_number` ON `enrolments` (`number`);--> statement-breakpoint
CREATE INDEX `enrolments_family` ON `enrolments` (`family_id`,`id`);--> statement-breakpoint
CREATE INDEX `enrolments_queue` ON `enrolments` (`state`,`submitted_at`,`id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`account_id` text NOT NULL,
	`purpose` text NOT NULL,
	`text_version` text NOT NULL,
	`text_sha256` text NOT NULL,
	`locale` text NOT NULL,
	`subject_id` text,
	`shown` text NOT NULL,
	`given_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_family` ON `consents` (`family_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `families` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `guardian_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`guardian_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`phone` text NOT NULL,
	`phone_index` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guardian_id`) REFERENCES `guardians`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guardian_invitations_token` ON `guardian_invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `guardian_invitations_family` ON `guardian_invitations` (`family_id`);--> statement-breakpoint
CREATE TABLE `guardians` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`account_id` text,
	`role` text NOT NULL,
	`name` text,
	`id_kind` text,
	`id_number` text,
	`id_index` text,
	`birth_date` text,
	`phone` text,
	`phone_index` text,
	`address` text,
	`absent_reason` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `guardians_family` ON `guardians` (`family_id`);--> statement-breakpoint
CREATE INDEX `guardians_account` ON `guardians` (`account_id`);--> statement-breakpoint
CREATE INDEX `guardians_id` ON `guardians` (`id_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `guardians_slot` ON `guardians` (`family_id`,`role`);--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`transaction_id` text NOT NULL,
	`account` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`memo` text NOT NULL,
	`provider_event_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ledger_order` ON `ledger_entries` (`order_id`);--> statement-breakpoint
CREATE INDEX `ledger_transaction` ON `ledger_entries` (`transaction_id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`family_id` text NOT NULL,
	`contract_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`lines` text NOT NULL,
	`plan` text NOT NULL,
	`policy_version` text NOT NULL,
	`checkout_id` text,
	`checkout_url` text,
	`payment_id` text,
	`method` text,
	`created_at` integer NOT NULL,
	`due_on` text,
	`paid_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number` ON `orders` (`number`);--> statement-breakpoint
CREATE INDEX `orders_family` ON `orders` (`family_id`,`id`);--> statement-breakpoint
CREATE INDEX `orders_contract` ON `orders` (`contract_id`,`kind`);--> statement-breakpoint
CREATE INDEX `orders_state` ON `orders` (`state`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_checkout` ON `orders` (`checkout_id`);--> statement-breakpoint
CREATE TABLE `payment_events` (
	`provider_event_id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`order_id` text,
	`received_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `payment_events_order` ON `payment_events` (`order_id`);--> statement-breakpoint
CREATE TABLE `receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`order_id` text NOT NULL,
	`family_id` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`pdf_file_id` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_order` ON `receipts` (`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_number` ON `receipts` (`number`);--> statement-breakpoint
CREATE INDEX `receipts_family` ON `receipts` (`family_id`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`secret_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_secret` ON `api_keys` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`api_key_id` text NOT NULL,
	`key` text NOT NULL,
	`request_sha256` text NOT NULL,
	`status` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`api_key_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`details` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit_log` (`object_kind`,`object_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit_log` (`actor_id`,`seq`);--> statement-breakpoint
CREATE TABLE `counters` (
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`kind`, `year`)
);
--> statement-breakpoint
CREATE TABLE `dev_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text,
	`body` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dev_messages_at` ON `dev_messages` (`at`);--> statement-breakpoint
CREATE INDEX `dev_messages_recipient` ON `dev_messages` (`recipient`,`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`available_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`leased_until` integer,
	`leased_by` text,
	`state` text DEFAULT 'waiting' NOT NULL,
	`done_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`available_at`);--> statement-breakpoint
CREATE TABLE `unit_events` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`source_id` text NOT NULL,
	`payload` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_events_source` ON `unit_events` (`source_id`);--> statement-breakpoint
CREATE INDEX `unit_events_unit` ON `unit_events` (`unit_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `unit_results` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`test` text NOT NULL,
	`value` real,
	`text` text,
	`verdict` text NOT NULL,
	`thresholds_version` text NOT NULL,
	`at` integer NOT NULL,
	`event_id` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_results_test` ON `unit_results` (`unit_id`,`test`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`din` text NOT NULL,
	`product` text NOT NULL,
	`contract_id` text,
	`family_id` text,
	`baby` integer DEFAULT 1 NOT NULL,
	`baby_name` text,
	`state` text NOT NULL,
	`last_event_at` integer NOT NULL,
	`collected_at` integer,
	`born_at` integer,
	`baby_sex` text,
	`received_at` integer,
	`stored_at` integer,
	`tank_group` text,
	`reject_reason` text,
	`thresholds_version` text,
	`paid_through` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_din` ON `units` (`din`);--> statement-breakpoint
CREATE INDEX `units_family` ON `units` (`family_id`,`id`);--> statement-breakpoint
CREATE INDEX `units_contract` ON `units` (`contract_id`,`baby`);--> statement-breakpoint
CREATE INDEX `units_state` ON `units` (`state`,`last_event_at`,`id`);