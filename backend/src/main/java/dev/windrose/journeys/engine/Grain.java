package dev.windrose.journeys.engine;

/** Whose journey is looked at. Events that name nobody of that kind do not count. */
public enum Grain {
    /** The contact, or the visitor as long as nobody knows who it is. */
    PERSON("coalesce(contact_id, visitor_id)"),
    COMPANY("company_id"),
    DEAL("deal_id");

    private final String sql;

    Grain(String sql) {
        this.sql = sql;
    }

    /** The entity of an event, as an expression over {@code journey_events}. */
    public String sql() {
        return sql;
    }
}
