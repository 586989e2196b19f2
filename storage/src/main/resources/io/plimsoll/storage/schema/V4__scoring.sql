-- What a run is for; those from before were trainings, and imports, which pass for them.
alter table runs add column kind text not null default 'TRAINING' check (kind in ('TRAINING', 'SCORING'));
create index runs_by_model on runs (model, kind, started_at);
