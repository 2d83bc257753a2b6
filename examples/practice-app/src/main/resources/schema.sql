create table if not exists practice_record (
  firm varchar(64) not null,
  kind varchar(32) not null,
  id varchar(64) not null,
  name varchar(500) not null,
  document varchar(20000) not null,
  version bigint not null,
  created_by varchar(128),
  primary key (firm, kind, id)
);
