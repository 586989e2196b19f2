-- Who may do what: tokens, local users, and people for whom an identity provider vouches. Of secrets only what they are held against is kept.

create table access_tokens (
    id text not null primary key,
    name text not null,
    owner text not null,
    role text not null check (role in ('VIEWER', 'SUBMITTER', 'APPROVER', 'ADMIN')),
    salt text not null,
    secret_sha256 text not null check (length(secret_sha256) = 64),
    created_at bigint not null,
    expires_at bigint,
    revoked_at bigint,
    revoked_by text,
    revoked_reason text check (revoked_reason <> ''),
    last_used_at bigint,
    constraint token_revoked_for_a_reason check ((revoked_at is null) = (revoked_reason is null))
);

-- Tries in vain since a password last was right, and before when the next one is not even looked at
create table local_users (
    name text not null primary key,
    role text not null check (role in ('VIEWER', 'SUBMITTER', 'APPROVER', 'ADMIN')),
    password_hash text not null,
    created_at bigint not null,
    disabled_at bigint,
    disabled_by text,
    disabled_reason text check (disabled_reason <> ''),
    tries_in_vain integer not null default 0 check (tries_in_vain >= 0),
    next_try_at bigint not null default 0,
    constraint user_disabled_for_a_reason check ((disabled_at is null) = (disabled_reason is null))
);

create table members (
    subject text not null primary key,
    role text not null check (role in ('VIEWER', 'SUBMITTER', 'APPROVER', 'ADMIN')),
    granted_at bigint not null,
    granted_by text not null,
    revoked_at bigint,
    revoked_by text,
    revoked_reason text check (revoked_reason <> ''),
    constraint member_revoked_for_a_reason check ((revoked_at is null) = (revoked_reason is null))
);
