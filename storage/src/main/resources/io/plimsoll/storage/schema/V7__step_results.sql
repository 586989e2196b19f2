-- What steps made, by the hash of what it follows from; the files themselves are among the artifacts.
create table step_results (
    step_key text not null primary key,
    model text not null,
    step text not null,
    run_id text not null references runs (id),
    key_parts text not null,
    result text not null,
    used_by text not null references runs (id),
    used_at bigint not null
);

create index step_results_by_model on step_results (model, step, used_at);
