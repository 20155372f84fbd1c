-- Whom an identity is at the issuer of tokens; set when a token is used first, so that a later account with the same address is somebody else.
alter table identities add column issuer text;
alter table identities add column issuer_subject text;
