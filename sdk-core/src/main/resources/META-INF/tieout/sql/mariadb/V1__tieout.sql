create table if not exists tieout_sync (
  tenant    varchar(200) not null,
  realm     varchar(30)  not null,
  kind      varchar(30)  not null,
  id        varchar(200) not null,
  remote_id varchar(30),
  state     varchar(30)  not null,
  due_at    bigint,
  version   bigint       not null,
  document  longtext     not null,
  primary key (tenant, realm, kind, id),
  unique (tenant, realm, kind, remote_id),
  key tieout_sync_due (due_at, tenant),
  key tieout_sync_due_of_tenant (tenant, due_at),
  key tieout_sync_state (tenant, realm, kind, state, id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists tieout_tokens (
  tenant   varchar(200) not null,
  realm    varchar(30)  not null,
  version  bigint       not null,
  document longtext     not null,
  primary key (tenant),
  unique (realm)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists tieout_schema (version integer not null) engine = InnoDB;
insert into tieout_schema (version) values (1);
