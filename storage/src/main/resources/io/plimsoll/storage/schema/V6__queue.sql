-- Runs that wait for a worker, who has which, and what happens to each while it happens.

-- The terms of a queued run, and the claim of its worker. A later claim has a higher fence
create table run_tickets (
    run_id text not null primary key references runs (id),
    request text not null,
    request_sha256 text not null check (length(request_sha256) = 64),
    priority integer not null,
    concurrency text not null check (concurrency in ('QUEUE', 'CANCEL_OLDER', 'REFUSE')),
    attempts_allowed integer not null check (attempts_allowed > 0),
    idempotency_key text,
    queued_at bigint not null,
    not_before bigint not null,
    attempt integer not null default 0 check (attempt >= 0),
    fence bigint not null default 0 check (fence >= 0),
    worker text,
    lease_until bigint
);
create unique index run_tickets_by_key on run_tickets (idempotency_key);

-- The one row that everybody changes who queues or claims a run, so that they follow each other; counts the claims
create table queue_head (
    id smallint not null primary key check (id = 1),
    claims bigint not null check (claims >= 0)
);
insert into queue_head (id, claims) values (1, 0);

create table run_events (
    run_id text not null references runs (id),
    sequence bigint not null check (sequence > 0),
    happened_at bigint not null,
    kind text not null check (kind in ('STATUS', 'STEP_STARTED', 'PROGRESS', 'STEP_ENDED', 'METRIC', 'LOG')),
    step text,
    facts text not null,
    primary key (run_id, sequence)
);

create index runs_by_experiment on runs (experiment, started_at);

-- Up to when each endpoint's schedule has been followed
create table schedule_marks (
    endpoint text not null primary key references endpoints (name),
    followed_until bigint not null
);
