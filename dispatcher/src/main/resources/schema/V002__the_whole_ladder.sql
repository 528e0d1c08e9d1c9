-- The whole ladder as versioned data, who is called beside the responders, and what leaves the building.

ALTER TABLE ladder_step
    ADD COLUMN ladder text NOT NULL DEFAULT 'life',
    ADD COLUMN every_seconds integer CHECK (every_seconds > 0),
    DROP CONSTRAINT ladder_step_who_check,
    DROP CONSTRAINT ladder_step_stop_on_check,
    DROP CONSTRAINT ladder_step_organisation_division_version_step_key,
    ADD CONSTRAINT ladder_step_who_check CHECK (who IN (
        'three-best', 'contact-1', 'contact-2', 'near-neighbours', 'within-reach', 'duty-leader', 'prompt-120',
        'prompt-119', 'committee', 'estate-guard', 'township', 'forced-entry', 'again')),
    ADD CONSTRAINT ladder_step_stop_on_check CHECK (stop_on IN ('accepted', 'safe', 'voice', 'stood-down', 'closed')),
    ADD CONSTRAINT one_step_of_a_ladder UNIQUE NULLS NOT DISTINCT (ladder, organisation, division, version, step);
ALTER TABLE ladder_step ALTER COLUMN ladder DROP DEFAULT;
COMMENT ON TABLE ladder_step IS
    'No organisation: the default that ships. 0 s is the start of help. The newest version counts for new incidents; one in '
    'progress keeps the version it began with. every_seconds: the step comes back until what it stops on.';

INSERT INTO ladder_step (ladder, version, step, after_seconds, every_seconds, who, channel, stop_on) VALUES
    -- A call for life that nobody has accepted.
    ('life', 2,  1,   0, NULL, 'three-best',      'phone-page', 'accepted'),
    ('life', 2,  2,   0, NULL, 'contact-1',       'sms',        'safe'),
    ('life', 2,  3,  20, NULL, 'contact-2',       'sms',        'safe'),
    ('life', 2,  4,  60, NULL, 'near-neighbours', 'phone-page', 'accepted'),
    ('life', 2,  5,  60, NULL, 'within-reach',    'phone-page', 'accepted'),
    ('life', 2,  6,  90, NULL, 'duty-leader',     'sms',        'closed'),
    ('life', 2,  7,  90, NULL, 'prompt-120',      'desk',       'voice'),
    ('life', 2,  8, 180, NULL, 'committee',       'sms',        'accepted'),
    ('life', 2,  9, 180, NULL, 'estate-guard',    'sms',        'accepted'),
    ('life', 2, 10, 300, NULL, 'township',        'sms',        'accepted'),
    ('life', 2, 11, 300, NULL, 'forced-entry',    'desk',       'accepted'),
    ('life', 2, 12, 420,  120, 'again',           'phone-page', 'stood-down'),
    -- The same where the ways are long: × 1.5 from 60 s on.
    ('life-rural', 1,  1,   0, NULL, 'three-best',      'phone-page', 'accepted'),
    ('life-rural', 1,  2,   0, NULL, 'contact-1',       'sms',        'safe'),
    ('life-rural', 1,  3,  20, NULL, 'contact-2',       'sms',        'safe'),
    ('life-rural', 1,  4,  90, NULL, 'near-neighbours', 'phone-page', 'accepted'),
    ('life-rural', 1,  5,  90, NULL, 'within-reach',    'phone-page', 'accepted'),
    ('life-rural', 1,  6, 135, NULL, 'duty-leader',     'sms',        'closed'),
    ('life-rural', 1,  7, 135, NULL, 'prompt-120',      'desk',       'voice'),
    ('life-rural', 1,  8, 270, NULL, 'committee',       'sms',        'accepted'),
    ('life-rural', 1,  9, 270, NULL, 'estate-guard',    'sms',        'accepted'),
    ('life-rural', 1, 10, 450, NULL, 'township',        'sms',        'accepted'),
    ('life-rural', 1, 11, 450, NULL, 'forced-entry',    'desk',       'accepted'),
    ('life-rural', 1, 12, 630,  180, 'again',           'phone-page', 'stood-down'),
    -- Fire, gas, carbon monoxide: every phase at once.
    ('at-once', 1,  1,   0, NULL, 'three-best',      'phone-page', 'accepted'),
    ('at-once', 1,  2,   0, NULL, 'near-neighbours', 'phone-page', 'accepted'),
    ('at-once', 1,  3,   0, NULL, 'within-reach',    'phone-page', 'accepted'),
    ('at-once', 1,  4,   0, NULL, 'contact-1',       'sms',        'safe'),
    ('at-once', 1,  5,   0, NULL, 'contact-2',       'sms',        'safe'),
    ('at-once', 1,  6,   0, NULL, 'prompt-119',      'desk',       'closed'),
    ('at-once', 1,  7,   0, NULL, 'duty-leader',     'sms',        'closed'),
    ('at-once', 1,  8,   0, NULL, 'committee',       'sms',        'accepted'),
    ('at-once', 1,  9,   0, NULL, 'estate-guard',    'sms',        'accepted'),
    ('at-once', 1, 10,   0, NULL, 'township',        'sms',        'accepted'),
    ('at-once', 1, 11, 120,  120, 'again',           'phone-page', 'stood-down'),
    -- Nobody opened the door to a meal or a visit.
    ('welfare', 1, 1,    0, NULL, 'contact-1',   'sms', 'safe'),
    ('welfare', 1, 2,  300, NULL, 'contact-2',   'sms', 'safe'),
    ('welfare', 1, 3,  900, NULL, 'duty-leader', 'sms', 'safe'),
    ('welfare', 1, 4, 1800, NULL, 'committee',   'sms', 'safe');

-- Which ladder an alarm climbs: the row of its type, else of its class; rural where the division is.
CREATE TABLE ladder_choice (
    id           uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation uuid REFERENCES organisation,
    division     text,
    about        text NOT NULL,
    ladder       text NOT NULL,
    rural_ladder text,
    UNIQUE NULLS NOT DISTINCT (organisation, division, about)
);
COMMENT ON TABLE ladder_choice IS 'about: a taxonomy word or an alarm class. No organisation: the default that ships.';
INSERT INTO ladder_choice (about, ladder, rural_ladder) VALUES
    ('LIFE', 'life', 'life-rural'),
    ('smoke', 'at-once', NULL),
    ('gas', 'at-once', NULL),
    ('carbon.monoxide', 'at-once', NULL),
    ('CARE', 'welfare', NULL);

CREATE TABLE rural_division (
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    PRIMARY KEY (organisation, division)
);

-- The ladder an incident began with.
ALTER TABLE incident
    ADD COLUMN ladder text,
    ADD COLUMN ladder_version integer,
    ADD COLUMN service_order uuid,
    ADD CHECK ((ladder IS NULL) = (ladder_version IS NULL));
UPDATE incident SET ladder = 'life', ladder_version = 1 WHERE help <> 'not-asked';

-- Who has the duty in a division besides the responders.
CREATE TABLE duty_contact (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    role         text NOT NULL CHECK (role IN ('duty-leader', 'committee', 'estate-guard', 'township')),
    name         protected_text NOT NULL,
    phone        protected_text NOT NULL,
    since        timestamptz NOT NULL,
    until        timestamptz
);
CREATE INDEX duty_contact_now ON duty_contact (organisation, division, role) WHERE until IS NULL;

-- One message to one person over one channel. The key makes it one visible effect, however often it is tried.
CREATE TABLE notification (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    key          text NOT NULL UNIQUE,
    subject      uuid NOT NULL,
    what         text NOT NULL,
    recipient    text NOT NULL CHECK (recipient IN ('contact', 'resident', 'duty', 'responder')),
    recipient_id uuid NOT NULL,
    channel      text NOT NULL CHECK (channel IN ('sms', 'voice')),
    address      protected_text NOT NULL,
    body         protected_text NOT NULL,
    stop_on      text NOT NULL,
    state        text NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'delivered', 'failed', 'superseded')),
    created_at   timestamptz NOT NULL,
    attempts     integer NOT NULL,
    try_at       timestamptz NOT NULL,
    sent_at      timestamptz,
    delivered_at timestamptz,
    ended_at     timestamptz,
    adapter      text,
    fault        text
);
CREATE INDEX notification_to_send ON notification (try_at) WHERE state IN ('planned', 'sending');
CREATE INDEX notification_of_subject ON notification (subject, created_at);

-- Where messages go when no provider is configured: nothing leaves the building, everything can be read.
CREATE TABLE local_message (
    notification uuid PRIMARY KEY REFERENCES notification,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    at           timestamptz NOT NULL,
    channel      text NOT NULL,
    address      protected_text NOT NULL,
    body         protected_text NOT NULL
);
