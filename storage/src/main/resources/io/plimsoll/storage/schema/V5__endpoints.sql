-- Trainings that are built once and run by many. A specification is kept under its digest, and never changes.
create table specifications (
    sha256 text not null primary key check (length(sha256) = 64),
    body text not null
);

create table endpoints (
    name text not null primary key,
    last_version integer not null,
    created_at bigint not null,
    disabled_at bigint,
    disabled_by text,
    disabled_reason text check (disabled_reason <> ''),
    constraint endpoint_disabled_for_a_reason check ((disabled_at is null) = (disabled_reason is null))
);

-- Settings are part of a version: the same specification with others is another version
create table endpoint_versions (
    endpoint text not null references endpoints (name),
    version integer not null check (version > 0),
    specification_sha256 text not null references specifications (sha256),
    settings text not null,
    settings_sha256 text not null check (length(settings_sha256) = 64),
    indication text not null,
    model_type text not null,
    model text not null,
    published_at bigint not null,
    published_by text not null,
    disabled_at bigint,
    disabled_by text,
    disabled_reason text check (disabled_reason <> ''),
    constraint version_disabled_for_a_reason check ((disabled_at is null) = (disabled_reason is null)),
    primary key (endpoint, version),
    unique (endpoint, specification_sha256, settings_sha256)
);
create index endpoint_versions_by_model on endpoint_versions (model, endpoint);

-- Defaults that were set by hand; an endpoint without a row runs the newest version that is not disabled
create table endpoint_defaults (
    endpoint text not null primary key references endpoints (name),
    version integer not null,
    foreign key (endpoint, version) references endpoint_versions (endpoint, version)
);
