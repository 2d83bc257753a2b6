create table if not exists tieout_sync (
  tenant    varchar(200) not null,
  realm     varchar(30)  not null,
  kind      varchar(30)  not null,
  id        varchar(200) not null,
  remote_id varchar(30),
  state     varchar(30)  not null,
  due_at    bigint,
  version   bigint       not null,
  document  clob         not null,
  primary key (tenant, realm, kind, id),
  unique (tenant, realm, kind, remote_id)
);
create index if not exists tieout_sync_due on tieout_sync (due_at, tenant);
create index if not exists tieout_sync_due_of_tenant on tieout_sync (tenant, due_at);
create index if not exists tieout_sync_state on tieout_sync (tenant, realm, kind, state, id);

create table if not exists tieout_tokens (
  tenant   varchar(200) not null,
  realm    varchar(30)  not null,
  version  bigint       not null,
  document clob         not null,
  primary key (tenant),
  unique (realm)
);

create table if not exists tieout_schema (version integer not null);
insert into tieout_schema (version) values (1);
