CREATE TABLE `event_bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`turn` integer NOT NULL,
	`state` text NOT NULL,
	`people` integer NOT NULL,
	`name` text,
	`phone` text,
	`phone_index` text,
	`email` text,
	`locale` text NOT NULL,
	`token_hash` text,
	`token` text,
	`code` text,
	`walk_in` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`moved_up_at` integer,
	`reply_by` integer,
	`cancelled_at` integer,
	`attended_at` integer,
	`attended_people` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_bookings_people" CHECK("event_bookings"."people" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_bookings_turn` ON `event_bookings` (`event_id`,`turn`);--> statement-breakpoint
CREATE INDEX `event_bookings_state` ON `event_bookings` (`event_id`,`state`,`turn`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_bookings_mobile` ON `event_bookings` (`event_id`,`phone_index`) WHERE "event_bookings"."state" <> 'cancelled';--> statement-breakpoint
CREATE UNIQUE INDEX `event_bookings_token` ON `event_bookings` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_bookings_code` ON `event_bookings` (`event_id`,`code`);--> statement-breakpoint
CREATE TABLE `event_messages` (
	`booking_id` text NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `what`),
	FOREIGN KEY (`booking_id`) REFERENCES `event_bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event_series` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`series_id` text,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`listed` integer DEFAULT false NOT NULL,
	`city` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`content` text NOT NULL,
	`online_link` text,
	`capacity` integer NOT NULL,
	`seats_taken` integer DEFAULT 0 NOT NULL,
	`waiting` integer DEFAULT 0 NOT NULL,
	`last_turn` integer DEFAULT 0 NOT NULL,
	`attended` integer DEFAULT 0 NOT NULL,
	`confirmed` integer DEFAULT false NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`cancel_reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`cancelled_at` integer,
	`held_at` integer,
	`reminded_at` integer,
	`erased_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`series_id`) REFERENCES `event_series`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_seats" CHECK("events"."seats_taken" >= 0 and "events"."seats_taken" <= "events"."capacity"),
	CONSTRAINT "events_attended" CHECK("events"."attended" >= 0 and "events"."attended" <= "events"."capacity")
);
--> statement-breakpoint
CREATE INDEX `events_listed` ON `events` (`listed`,`ends_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_city` ON `events` (`listed`,`city`,`ends_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`listed`,`kind`,`ends_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_city_kind` ON `events` (`listed`,`city`,`kind`,`ends_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_state` ON `events` (`state`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_series` ON `events` (`series_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `events_to_erase` ON `events` (`erased_at`,`ends_at`);