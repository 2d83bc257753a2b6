create table if not exists tieout_sync (
  tenant    varchar(200) collate "C" not null,
  realm     varchar(30)  collate "C" not null,
  kind      varchar(30)  collate "C" not null,
  id        varchar(200) collate "C" not null,
  remote_id varchar(30)  collate "C",
  state     varchar(30)  collate "C" not null,
  due_at    bigint,
  version   bigint       not null,
  document  text         not null,
  primary key (tenant, realm, kind, id),
  unique (tenant, realm, kind, remote_id)
);
create index if not exists tieout_sync_due on tieout_sync (due_at, tenant) where due_at is not null;
create index if not exists tieout_sync_due_of_tenant on tieout_sync (tenant, due_at) where due_at is not null;
create index if not exists tieout_sync_state on tieout_sync (tenant, realm, kind, state, id);

create table if not exists tieout_tokens (
  tenant   varchar(200) collate "C" not null,
  realm    varchar(30)  collate "C" not null,
  version  bigint       not null,
  document text         not null,
  primary key (tenant),
  unique (realm)
);

create table if not exists tieout_schema (version integer not null);
insert into tieout_schema (version) values (1);
