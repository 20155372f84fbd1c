package dev.windrose.records.importing;

import java.util.List;

/** What a run would do; of many rows the refused ones first. */
public record DryRun(Counts counts, List<RowResult> rows) {}
