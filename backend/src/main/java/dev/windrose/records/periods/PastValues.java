package dev.windrose.records.periods;

import java.util.List;
import java.util.UUID;

/** What is known from before of one field of one record. */
public record PastValues(String type, UUID record, String field, List<PastPeriod> entries) {}
