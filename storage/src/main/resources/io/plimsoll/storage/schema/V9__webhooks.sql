-- Who is told over HTTP what happens to models. The secret is what messages are signed with; it is emptied when a webhook is removed
create table webhooks (
    id text not null primary key,
    url text not null,
    occasions text not null,
    secret text not null,
    added_at bigint not null,
    removed_at bigint,
    removed_by text,
    removed_reason text check (removed_reason <> ''),
    delivered_at bigint,
    trouble text,
    constraint webhook_removed_for_a_reason check ((removed_at is null) = (removed_reason is null))
);

-- What has not arrived yet, written in the transaction of what it tells of; gone when it has arrived, or was given up
create table webhook_parcels (
    webhook_id text not null references webhooks (id),
    message_id text not null,
    body text not null,
    attempts integer not null default 0 check (attempts >= 0),
    next_at bigint not null,
    primary key (webhook_id, message_id)
);
create index webhook_parcels_by_time on webhook_parcels (next_at);
