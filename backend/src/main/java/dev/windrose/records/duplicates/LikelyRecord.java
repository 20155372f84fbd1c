package dev.windrose.records.duplicates;

import dev.windrose.records.RecordData;
import java.util.List;

/** @param score how likely the values tell of this record */
public record LikelyRecord(RecordData record, double score, List<Reason> reasons) {}
