-- The registry that proves itself: who acted, by what right a version is champion, and a chained log of every governance change.

-- Who submitted a run, and under which lease its process holds it; both unknown for older runs
alter table runs add column actor text not null default '';
alter table runs add column lease text;
create index runs_unfinished on runs (started_at) where finished_at is null;

alter table model_versions add column state text not null default 'ACTIVE'
    check (state in ('ACTIVE', 'PENDING', 'REJECTED', 'ARCHIVED'));

alter table alias_history add column actor text not null default '';
alter table alias_history add column promoted_by text
    check (promoted_by in ('FIRST', 'PASSED', 'APPROVAL', 'ROLLBACK', 'OVERRIDE'));
update alias_history set promoted_by = case when from_version is null then 'FIRST' else 'PASSED' end
    where alias = 'champion' and to_version is not null;

-- What is left of dataset versions whose rows were erased
create table erasures (
    name text not null,
    version integer not null,
    sha256 text not null check (length(sha256) = 64),
    erased_at bigint not null,
    actor text not null,
    reason text not null check (reason <> ''),
    primary key (name, version),
    foreign key (name, version) references dataset_versions (name, version)
);
create index erasures_by_content on erasures (sha256);

-- The log. Each body names the hash of the one before it; the head is the one row that every writer changes, and changes last
create table events (
    sequence bigint not null primary key check (sequence > 0),
    body text not null,
    sha256 text not null check (length(sha256) = 64)
);
create table event_head (
    id smallint not null primary key check (id = 1),
    sequence bigint not null check (sequence >= 0),
    sha256 text not null check (length(sha256) = 64)
);
insert into event_head (id, sequence, sha256)
    values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
