-- One schema for SQLite and PostgreSQL. Ids are text, times are milliseconds since 1970 in UTC, JSON is text, booleans are smallint 0 or 1.

create table runs (
    id text not null primary key,
    indication text not null,
    model_type text not null,
    model text not null,
    experiment text not null,
    status text not null
        check (status in ('QUEUED', 'RUNNING', 'INTERRUPTED', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    outcome text check (outcome in ('REGISTERED', 'NOT_REGISTERED')),
    code text,
    reason text not null,
    started_at bigint not null,
    finished_at bigint,
    config text not null,
    report text,
    constraint finished_if_final check ((status in ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at is not null))
);
create index runs_by_start on runs (started_at, id);

create table run_steps (
    run_id text not null references runs (id),
    position smallint not null check (position >= 0),
    name text not null,
    status text not null check (status in ('PENDING', 'RUNNING', 'SUCCEEDED', 'REUSED', 'FAILED', 'NOT_RUN')),
    millis bigint not null check (millis >= 0),
    summary text not null,
    primary key (run_id, position),
    unique (run_id, name)
);

-- Which candidates a holdout has judged. The model is that of the run, kept here too, since it is counted by model and holdout
create table judged_candidates (
    run_id text not null references runs (id),
    model text not null,
    holdout_sha256 text not null check (length(holdout_sha256) = 64),
    candidate_sha256 text not null check (length(candidate_sha256) = 64),
    primary key (run_id, holdout_sha256, candidate_sha256)
);
create index judged_candidates_by_holdout on judged_candidates (model, holdout_sha256, candidate_sha256);

create table datasets (
    name text not null primary key,
    last_version integer not null,
    created_at bigint not null
);

create table dataset_versions (
    name text not null references datasets (name),
    version integer not null check (version > 0),
    sha256 text not null check (length(sha256) = 64),
    key_column text not null,
    row_count bigint not null check (row_count >= 0),
    table_columns text not null,
    first_run text not null references runs (id),
    created_at bigint not null,
    primary key (name, version),
    unique (name, sha256)
);

create table run_datasets (
    run_id text not null primary key references runs (id),
    name text not null,
    version integer not null,
    foreign key (name, version) references dataset_versions (name, version)
);
create index run_datasets_by_version on run_datasets (name, version);

create table run_sources (
    run_id text not null references run_datasets (run_id),
    position integer not null check (position >= 0),
    source text not null,
    file text not null,
    row_count bigint not null check (row_count >= 0),
    byte_count bigint not null check (byte_count >= 0),
    sha256 text not null check (length(sha256) = 64),
    primary key (run_id, position)
);
create index run_sources_by_content on run_sources (sha256);

create table models (
    name text not null primary key,
    last_version integer not null,
    created_at bigint not null
);

create table model_versions (
    model text not null references models (name),
    version integer not null check (version > 0),
    sha256 text not null check (length(sha256) = 64),
    run_id text not null references runs (id),
    created_at bigint not null,
    verdict text not null,
    primary key (model, version),
    unique (model, sha256)
);
create index model_versions_by_run on model_versions (run_id);

create table version_tags (
    model text not null,
    version integer not null,
    name text not null,
    tag_value text not null,
    primary key (model, version, name),
    foreign key (model, version) references model_versions (model, version)
);

-- Where each alias points now. One that is taken away has no row; its key lets only one of several bring it back
create table aliases (
    model text not null,
    alias text not null,
    version integer not null,
    primary key (model, alias),
    foreign key (model, version) references model_versions (model, version)
);

-- Every move of an alias, from a version or from none, to a version or to none; its key gives each move one successor
create table alias_history (
    model text not null,
    alias text not null,
    sequence integer not null check (sequence > 0),
    from_version integer,
    to_version integer,
    moved_at bigint not null,
    run_id text references runs (id),
    reason text not null,
    constraint moves_something check (from_version is not null or to_version is not null),
    constraint reason_if_by_hand check (run_id is not null or reason <> ''),
    primary key (model, alias, sequence),
    foreign key (model, from_version) references model_versions (model, version),
    foreign key (model, to_version) references model_versions (model, version)
);
