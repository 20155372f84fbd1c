package dev.windrose.records.importing;

/** What is said of a row ({@code r}) that is refused before it is planned ({@code p}). */
final class RefusalSql {

    static final String OUTCOME =
            "case p.state when 'repeated' then 'duplicate' when 'ambiguous' then 'review' else 'refused' end";

    static final String REASON = """
            case p.state
                when 'repeated' then 'Row ' || p.first_line || ' of the file is the same record.'
                when 'missing' then 'No record matches this row.'
                when 'ambiguous' then case when p.hits = 1 then 'One record may be the same.' else p.hits || ' records match this row.' end
                else coalesce(r.reason, 'The row could not be read.') end""";

    static final String STATES = "('bad', 'repeated', 'ambiguous', 'missing')";

    private RefusalSql() {}
}
