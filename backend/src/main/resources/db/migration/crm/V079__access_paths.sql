-- Companies of a territory, also those in the bin: their records stay with whom the territory belongs to.
create index companies_of_territories on companies (tenant_id, territory_id, id) where territory_id is not null;
